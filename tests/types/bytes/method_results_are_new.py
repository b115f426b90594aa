# What methods of bytes and bytearray give back: the same object or another, of which type, for subclasses too.
class B(bytes):
    pass
class A(bytearray):
    pass
methods = [("strip", ()), ("lstrip", (b"x",)), ("replace", (b"z", b"y")), ("replace", (b"a", b"")), ("center", (2,)), ("ljust", (9,)), ("zfill", (0,)),
           ("upper", ()), ("lower", ()), ("swapcase", ()), ("title", ()), ("capitalize", ()), ("expandtabs", ()), ("translate", (None,)),
           ("translate", (bytes(range(256)), b"a")), ("removeprefix", (b"no",)), ("removesuffix", (b"c",)), ("join", ([b"1"],)), ("__mul__", (1,)),
           ("__mul__", (0,)), ("__add__", (b"",)), ("__getitem__", (slice(None),)), ("partition", (b"b",)), ("rpartition", (b"q",)), ("split", (b"b",)), ("splitlines", ())]
for cls in (bytes, bytearray, B, A):
    value = cls(b"abc")
    for name, args in methods:
        result = getattr(value, name)(*args)
        inner = [type(part).__name__ for part in result] if isinstance(result, (tuple, list)) else ""
        print(cls.__name__, name, result, type(result).__name__, result is value, inner)
one = b"abc"
print(bytes(one) is one, bytes(B(one)) is one, one[:] is one, bytes(bytearray(one)) is one)
print(b"".join([one]) is one, b"-".join((one,)) is one, b"".join([B(one)]) is one, type(b"".join([B(one)])).__name__, bytearray().join([one]) is one)
for a, b in ((b"x", bytearray(b"y")), (bytearray(b"x"), b"y"), (b"x", memoryview(b"y")), (B(b"x"), b"y"), (A(b"x"), b"y")):
    result = a + b
    print(type(a).__name__, type(b).__name__, type(result).__name__, bytes(result))
