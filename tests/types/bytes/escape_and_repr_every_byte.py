# repr of every byte alone and beside quotes, literals that read back, str() of bytes, and what ast.literal_eval makes of them.
import ast
for quote in (b"", b"'", b'"', b"'\"", b"\\"):
    for cls in (bytes, bytearray):
        text = "".join(repr(cls(bytes([byte]) + quote)) for byte in range(0, 256, 5))
        print(cls.__name__, quote, len(text), text[:70])
for byte in range(256):
    for context in (b"", b"'", b'"', b"a'\""):
        value = context + bytes([byte]) + context
        assert ast.literal_eval(repr(value)) == value
        assert eval(repr(bytearray(value))) == bytearray(value)
print(b"\x41\101\n\t\\\'\"\a\b\f\r\v\0\07\377", br"\x41\n", rb'\'', b"a" b'b' rb"\c", b"""multi
line""")
for source in (r"b'\xg'", r"b'\x4'", r"b'\400'", r"b'\777'", r"b'\z'", r"b'\u0041'", "b'\u00e9'", r"b'\N{DIGIT ONE}'", "b'a' 'b'", "b'unclosed", "bu'a'", "rb'\\'", "Rb'\\d'", "b'\\\n'"):
    import warnings
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            print(ascii(source), eval(source), [str(w.message) for w in caught])
        except SyntaxError as error:
            print(ascii(source), error.msg)
print(str(b"\xe9'"), f"{b'x'}", f"{b'x'!r:>8}", "%s %r" % (b"a", bytearray(b"b")), str(bytearray(b"\n")), [b"", bytearray()])
try:
    f"{b'x':>8}"
except TypeError as error:
    print(error)
