"""A match in bytes that change gives what lies between its marks now; in bytes that do not, what it found."""
import re

data = bytearray(b"abcdefgh")
whole = re.search(b"([a-d]+)([e-h]+)", data)
print(whole.group(), whole.groups(), whole[2], whole.span(2))
data[:] = b"xyz"
print(whole.group(), whole.groups(), whole[2], whole.span(2), whole.string)
data += b"0123456789"
print(whole.group(), whole.groups(), whole.groupdict(), whole.expand(rb"<\2>"), whole)
view = memoryview(bytearray(b"key=value"))
pair = re.match(rb"(?P<key>\w+)=(?P<value>\w+)", view)
view[0] = ord("K")
print(pair.groupdict(), pair.group("key"), pair.string is view)
view.release()
for action in (pair.group, lambda: pair["key"], pair.span):
    try:
        print(action())
    except TypeError as error:
        print(error)
