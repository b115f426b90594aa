# Line ends, separators and white space beyond ASCII: splitlines, split, strip and partition know every one of them.
ends = ["\n", "\r", "\r\n", "\v", "\f", "\x1c", "\x1d", "\x1e", "\x85", "\u2028", "\u2029"]
others = ["\t", "\x1f", "\xa0", "\u200b", "\u3000", "\u1680", "\u180e", "\u2000", "\ufeff", "\u202f", "\u205f", "\x00"]
for end in ends + others:
    text = f"a{end}b{end}{end}\U0001f40d{end}"
    print(ascii(end), len(text.splitlines()), len(text.splitlines(True)), "".join(text.splitlines(True)) == text, len(text.split()),
          end.isspace(), ascii(f"{end}x{end}".strip()), ascii(f"{end}x{end}".lstrip()), ascii(text.rsplit(None, 1)))
print([ascii(line) for line in "one\r\ntwo\n\rthree\r".splitlines()], [ascii(line) for line in "\n\n".splitlines(True)], "".splitlines(), "\r".splitlines())
print(["a\nb".splitlines(keepends) for keepends in (True, False, 1, 0, None)] if True else None)
for separator in ("\U0001f40d", "ab", "\ud800", "-"):
    text = f"1{separator}2{separator}3"
    print([ascii(part) for part in text.partition(separator)], [ascii(part) for part in text.rpartition(separator)],
          [ascii(p) for p in text.split(separator, 1)], [ascii(p) for p in text.rsplit(separator, 1)], len(text.split(separator)))
print("abc".partition("x"), "abc".rpartition("x"), "abc".partition("abc"), "xx".split("x"), "".split("x"), "".split(), " ".split(" "))
for action in (lambda: "a".partition(""), lambda: "a".split(""), lambda: "a".rsplit("", 1), lambda: "a".partition(1), lambda: "a".split(b"a"),
               lambda: "a".split(maxsplit="1"), lambda: "a".splitlines("x" and []), lambda: "a b c".split(None, -5), lambda: "a b  c ".split(None, 1),
               lambda: " a b  c ".rsplit(None, 1), lambda: "a,b,,c".split(",", 0), lambda: "aXbXc".rsplit("X", maxsplit=1)):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
