# split, rsplit, splitlines, partition and strip on the many kinds of spaces and line ends, with counts and keywords.
def attempt(label, function):
    try:
        print(label, "=>", ascii(function()))
    except Exception as error:
        print(label, "=>", type(error).__name__, error)


spaces = " \t\n\r\x0b\x0c\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2028\u2029\u202f\u205f\u3000\u200b\ufeff"
print(ascii(("a" + spaces + "b").split()), ascii(("a" + spaces + "b").rsplit(None, 1)))
print([f"{ord(c):x}" for c in spaces if f"a{c}b".splitlines() != [f"a{c}b"]], [f"{ord(c):x}" for c in spaces if not c.strip()])
print(("a" + spaces + "b").encode("latin-1", "ignore").split(), [c for c in range(256) if not bytes([c]).strip()], [c for c in range(256) if len(bytes([97, c, 98]).splitlines()) > 1])
for text in ("", " ", "a", " a ", "a b", "  a  b  ", "a\r\nb\n\rc", "\n", "a\n\n", "\r\n\r\n"):
    for count in (-1, 0, 1, 2):
        print(repr(text), count, text.split(None, count), text.rsplit(maxsplit=count), text.split(" ", count), text.rsplit(sep=" ", maxsplit=count))
    print("   ", text.splitlines(), text.splitlines(keepends=True), text.encode().splitlines(True), text.partition(" "), text.rpartition(" "))
for text, separator in (("aaaa", "aa"), ("aXXbXX", "XX"), ("XXa", "XX"), ("XX", "XX"), ("\U0001f600a\U0001f600", "\U0001f600"), ("a\ud800b", "\ud800"), ("abcabc", "bca")):
    print(ascii(text), ascii(text.split(separator)), ascii(text.rsplit(separator, 1)), ascii(text.partition(separator)), ascii(text.rpartition(separator)), ascii(text.removeprefix(separator)), ascii(text.removesuffix(separator)), text.count(separator))
for call in ("'a'.split('')", "'a'.rsplit('')", "'a'.partition('')", "'a'.split(5)", "'a'.split(b'x')", "b'a'.split('x')", "'a'.split(' ', 'x')", "'a'.split(' ', 1, 2)", "'a'.split(x=1)", "'a'.splitlines(1, 2)", "'a'.splitlines('x')", "'a'.splitlines(keepends=[])", "'a'.partition()", "b'a'.partition(5)", "b'a b'.split(bytearray(b' '))", "'a'.split(' ', 10**20)", "'a b'.split(None, True)", "'a'.strip(5)", "b'a'.strip('a')", "'abcba'.strip('ab')", "b'abcba'.lstrip(bytearray(b'ab'))", "'a'.strip('a', 'b')", "'a'.removeprefix(5)"):
    attempt(call, lambda: eval(call))
