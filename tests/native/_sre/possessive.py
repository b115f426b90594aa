"""Atomic groups and possessive repeats give nothing back."""
import re

print(re.match(r"a++a", "aaa"), re.match(r"a+a", "aaa"))
print(re.match(r"(?>a*)a", "aaa"), re.match(r"(?>a|ab)c", "abc"), re.match(r"(?:a|ab)c", "abc"))
print(re.match(r'"(?>[^"\\]|\\.)*+"', '"say \\"hi\\""'))
print(re.match(r"(?:ab?)++b", "abab"), re.match(r"(?:ab?)++c", "ababc"))
print(re.match(r"(?:(a)|b)*+", "ab").regs, re.match(r"(?:(a)|(b)|c)++", "abcab").regs)
print(re.match(r"(?>(a+))(b?)", "aab").groups(), re.match(r"((?>a+)b)+", "abaab").regs)
print(re.findall(r"(?>\w+)\d|x", "abc1 x"), re.findall(r"x?+x", "xx x"))
print(re.match(r"(?:a{1,2}+){2}", "aaa"), re.match(r"(?:a{1,2}+){2}", "aaaa"))
print(re.fullmatch(r"(?>a|ab|abc)", "abc"), re.fullmatch(r"(?:a|ab|abc)", "abc"))
print(re.match(r".{0,3}+b", "aaab"), re.match(r".{0,4}+b", "aaab"))
