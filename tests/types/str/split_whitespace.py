# split, rsplit, splitlines and strip: every white space character of Unicode, maxsplit, empty pieces and refusals.
spaces = [chr(n) for n in range(0x110000) if chr(n).isspace()]
print([hex(ord(c)) for c in spaces])
print([hex(ord(c)) for c in map(chr, range(0x110000)) if len(("a" + c + "b").splitlines()) == 2])
print([hex(ord(c)) for c in map(chr, range(0x300)) if len(("a" + c + "b").encode().splitlines()) == 2], [n for n in range(256) if bytes([n]).isspace()])
assert all((c + "x" + c).strip() == "x" and ("a" + c + "b").split() == ["a", "b"] for c in spaces)
print("".join(spaces).split(), " ".join(spaces).strip() == "", "\u200bx\u200b".strip() == "x", "\ufeffx".split() == ["x"])
for text in ("", "  ", "a", " a  b c ", "a  b  c  d", "\n a\r\nb\x1cc\x85d\u2028e\n"):
    print(ascii(text), [text.split(None, n) for n in (-1, 0, 1, 2)] == [text.split(maxsplit=n) for n in (-1, 0, 1, 2)])
    print("  ", ascii([text.split(None, n) for n in (0, 1, 2)]), ascii([text.rsplit(None, n) for n in (0, 1, 2)]), ascii(text.splitlines()), ascii(text.splitlines(True)))
for text, separator in [("", ","), (",", ","), (",,", ","), ("a,b,,c", ","), ("aXXbXXXc", "XX"), ("abc", "abc"), ("aaaa", "aa"), ("a\x00b", "\x00"), (" a b ", " ")]:
    print(repr(text), repr(separator), text.split(separator), text.rsplit(separator), text.split(separator, 1), text.rsplit(separator, 1), text.split(separator, 0))
print("\r\n\r".splitlines(), "\n\r".splitlines(keepends=True), "a\r\n".splitlines(keepends=1), "a\n\nb".splitlines(), b"a\x0bb\x0cc\x1cd\x85e\rf".splitlines(), "".splitlines(), b"\n".splitlines())
for call in ["'a'.split('')", "'a'.rsplit('')", "'a'.split(1)", "'a'.split(b'a')", "b'a'.split('a')", "b'a'.split(b'')", "'a'.partition('')", "'a'.rpartition(1)", "'a'.strip(1)", "'a'.split(',', '1')", "'a'.split(',', 1.0)", "'a'.split(',', 1, 2)", "'a'.split(separator=',')", "'a'.splitlines('x')", "'a'.splitlines(1, 2)", "'a'.strip(b'a')", "b'a'.strip('a')", "b'a'.strip(97)", "'a b'.split(sep=None, maxsplit=2**70)", "','.join([1])", "','.join('ab', 'c')", "','.join(['a', b'b'])", "b','.join(['a'])", "','.join(5)", "b','.join([1])", "b','.join([b'a', bytearray(b'b'), memoryview(b'c')])"]:
    try:
        print(call, eval(call))
    except Exception as error:
        print(call, type(error).__name__, error)
