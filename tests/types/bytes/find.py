"""bytes: find."""


def show(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


show(lambda: b"a".find())
show(lambda: b"a".find("a"))
show(lambda: b"a".find(256))
show(lambda: b"a".find(-1))
show(lambda: b"a".find(97))
show(lambda: b"a".find(b"a",None,None))
show(lambda: b"a".find(b"a","x"))
show(lambda: b"aaa".find(b"",3))
show(lambda: b"aaa".find(b"",4))
show(lambda: b"a".find(2**70))
show(lambda: b"a".index(b"b"))
show(lambda: b"a".rindex(b"b"))
show(lambda: b"aaa".rfind(b""))
