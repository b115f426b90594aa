# int, float, str, bool, complex, list, tuple, set, dict, bytes from everything.
for args in (("12",), (" -7\n",), ("1_000",), ("ff", 16), ("0b101", 0), ("0o17", 0), ("z", 36), (3.99,), (-3.99,), (True,), (b"42",), ()):
    print(args, int(*args))
for x in ("1.5", " 2 ", "1e3", "-inf", "nan", ".5", "5.", "1_0.0_1", 3, True, "infinity"):
    print(repr(x), float(x))
print(complex("1+2j"), complex(1, 2), complex("j"), complex(" ( 3-4j ) "))
print(bool(""), bool("0"), bool([]), bool([0]), bool(0.0), bool(None), bool(-1))
print(list("abc"), tuple([1, 2]), sorted(set("banana")), dict([("a", 1), ["b", 2]], c=3), dict(zip("xy", (1, 2))))
print(bytes([65, 66]), bytes(3), bytes("é", "utf-8"), bytearray(b"ab"), list(b"ab"), str(b"ab"), str(b"\xc3\xa9", "utf-8"))
print(chr(8364), ord("€"), bin(10), oct(8), hex(-255), ascii("é"), repr("é"), format(255, "#06x"))
for action in ("int('x')", "int('')", "int('1.5')", "int('12', 1)", "int(None)", "int('9', 8)", "float('x')", "float([])", "complex('x')",
               "list(5)", "dict([1])", "dict([(1, 2, 3)])", "bytes('a')", "bytes([256])", "bytes(-1)", "chr(-1)", "ord('ab')", "chr(1114112)", "int('1__0')"):
    try:
        print(eval(action))
    except (TypeError, ValueError, OverflowError) as error:
        print(action, type(error).__name__, error)
