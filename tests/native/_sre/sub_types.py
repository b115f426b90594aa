"""Subclasses of str and other bytes-like subjects give exact str and bytes."""
import re


class Text(str):
    pass


subject = Text("abc")
match = re.match(".*", subject)
print(type(match.group()), type(match.string), match.string is subject, type(re.sub("x", "y", subject)), type(re.sub("b", "y", subject)))
print(type(re.split("x", subject)[0]), re.sub("a", Text("q"), "banana"), type(re.findall(".*", subject)[0]))
data = bytearray(b"abc")
match = re.match(b".*", data)
print(match.group(), type(match.string), re.sub(b"z", b"x", data), re.findall(b".", memoryview(data)))
data[:] = b"xyz"
print(match.group())
print(re.match(b"..", memoryview(b"abcdef")[2:]).group(), re.search(b"\xff", b"a\xffb").span(), re.sub(b"[^ -~]", b"?", b"a\x00\xffb"))
try:
    re.match(b"a", memoryview(b"abcdef")[::2])
except TypeError as error:
    print(error)
