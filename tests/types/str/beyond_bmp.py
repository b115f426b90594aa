# Characters beyond the BMP count as one everywhere: index, slice, find, step, count, replace, split, strip, pad.
text = "a\U0001F600b\U0001F601c\U00010000\uffff"
print(len(text), [hex(ord(c)) for c in text])
print(ascii(text[1]), ascii(text[-2]), ascii(text[1:4]), ascii(text[::-1]), ascii(text[1::2]), ascii(text[-3::-2]))
print(text.find("b"), text.find("\U0001F601"), text.rfind("c"), text.index("\uffff"), text.find("c", 4), text.find("c", 5), text.find("b", 2, 3), text.rindex("a", 0, 1))
print(text.count("\U0001F600"), ("\U0001F600" * 5).count("\U0001F600" * 2), text.count(""), text.count("", 3), text.find("", 7), text.find("", 8))
print(ascii(text.replace("\U0001F600", "\U0001F602\U0001F603")), ascii(text.replace("", "-", 4)), ascii(text.replace("b\U0001F601", "")))
print([ascii(p) for p in text.split("\U0001F601")], [ascii(p) for p in text.rpartition("\U00010000")])
print(ascii("\U0001F600x\U0001F600".strip("\U0001F600")), ascii("\U0001F600".center(4, "\U0001F601")), ascii("ab".ljust(4, "\U0001F40D")), ascii("\U0001F600".zfill(3)), ascii("-\U0001F600".zfill(4)))
print(ascii("\U0001F600\t|".expandtabs(4)), ascii("\U0001F600".join("abc")), ascii("".join(reversed(text))))
print(text.startswith("\U0001F600", 1), text.endswith("\U00010000", 0, -1), text.startswith(("x", "a\U0001F600")), "\ud83d" in text, "\ude00" in text)
print(max(text) == "\U0001F601", min(text), sorted(text) == sorted(text, key=ord), "\uffff" < "\U00010000", "\ue000" < "\U0001F600", "\U0001F600" > "\ufffd")
print(f"{text[1]:*^5}", f"{text[1:3]!a:>20}", "%5s|%-3s|%.1s|" % (text[1], text[1], text[1:]), "{:.2}|{:>4}".format(text, text[3]))
print(text.encode("utf-8"), text.encode("utf-16-le"), text.encode("utf-32-be")[:12], text.encode("ascii", "backslashreplace"))
print([hex(n) for n in map(ord, iter("\U0010ffff\U00010001"))], "\U0001F600".isprintable(), "\U000E0001".isprintable(), "\U0001D7CE".isdigit(), "\U00010400".lower() == "\U00010428", "\U00010428".upper() == "\U00010400", "\U00010400".isupper())
print(ascii("\U00010428x".title()), ascii("\U00010428\U00010400".swapcase()), ascii("\U00010428".capitalize()), "\U0001D400".isidentifier(), int("\U0001D7D9\U0001D7D8"), float("\U0001D7D9.\U0001D7D8"))
print(repr("\U0001F600\U000E0001\U0010ffff\U00040000"), ascii("\U0001F600"), len(repr("\U0001F600")))
for call in ("text[7]", "text[-8]", "ord('\U0001F600a')", "chr(0x110000)", "ord('')", "chr(-1)", "text.index('z', 3)"):
    try:
        print(eval(call))
    except Exception as error:
        print(type(error).__name__, ascii(str(error)))
