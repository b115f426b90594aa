"""bytes: split."""


def show(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


show(lambda: b"a".split("a"))
show(lambda: b"a".split(b""))
show(lambda: b"a".split(None,1,2))
show(lambda: b"a b  c".split(maxsplit=1))
show(lambda: b" a b  c ".rsplit(None,1))
show(lambda: b"".rsplit())
show(lambda: b"a,b,,c".split(b","))
show(lambda: b"a,b,,c".split(b",", 1))
show(lambda: b"a,b,,c".rsplit(b",", 1))
show(lambda: b" a b ".split())
show(lambda: b"a\x0bb\x1cc".split())
show(lambda: b"".split())
show(lambda: b"".split(b","))
show(lambda: b"abc".split(sep=b"b", maxsplit=0))
