# Which operations return the very same str, bytes and tuple, and which constants are one object.
import sys

text = "some text " * 3
data = b"some data " * 3
same = {
    "slice": text[:] is text, "full slice": text[0 : len(text)] is text, "str()": str(text) is text, "add empty": text + "" is text and "" + text is text, "mul": text * 1 is text, "strip": text.strip("x") is text, "replace": text.replace("Q", "q") is text, "replace empty count": text.replace("s", "q", 0) is text,
    "ljust": text.ljust(3) is text, "zfill": text.zfill(2) is text, "center": text.center(1) is text, "join one": "".join([text]) is text, "removeprefix": text.removeprefix("zz") is text, "format": format(text) is text, "f": f"{text}" is text, "percent": "%s" % text is text, "partition": text.partition("QQ")[0] is text, "split": text.split("QQ")[0] is text, "splitlines": text.splitlines()[0] is text, "copy": __import__("copy").copy(text) is text, "deepcopy": __import__("copy").deepcopy(text) is text,
    "bytes slice": data[:] is data, "bytes()": bytes(data) is data, "bytes strip": data.strip(b"Q") is data, "bytes replace": data.replace(b"Q", b"q") is data, "bytes mul": data * 1 is data, "bytes add": data + b"" is data, "bytes join": b"".join([data]) is data,
}
for name, value in same.items():
    print(name, value)
pair = (1, [])
print(tuple(pair) is pair, pair[:] is pair, pair * 1 is pair, pair + () is pair, () is tuple([]), ()[:] is (), frozenset() is frozenset([]), frozenset(frozenset([1])) is frozenset([1]))
frozen = frozenset([1])
print(frozenset(frozen) is frozen, frozen.copy() is frozen, frozen | set() is frozen, type(pair)(pair) is pair)
print("a"[0] is "a", chr(97) is "a"[0:1], text[0] is "s"[0], chr(255) is "ÿ"[0], "".join([]) is "", b""[:0] is b"", text[5:5] is "")
first = "hello_world"
second = "".join(["hello", "_", "world"])
print(first == second, first is sys.intern(second), sys.intern(first) is first)
exec("third = 'hello_world'")
print(third is first, [c for c in compile("x = 'not an identifier!'; y = 'not an identifier!'", "f", "exec").co_consts])


class Text(str):
    pass


sub = Text("sub")
print(str(sub) is sub, sub[:] is sub, type(sub[:]).__name__, type(sub.strip()).__name__, type(sub + "").__name__, type(sub.upper()).__name__, type(str(sub)).__name__, type(sub.__str__()).__name__)
try:
    sys.intern(sub)
except TypeError as error:
    print(error)
try:
    sys.intern(b"x")
except TypeError as error:
    print(error)
small = [int(str(n)) is int(str(n)) for n in (-5, 0, 256)]
print(small)
