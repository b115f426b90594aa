"""bytes: replace."""


def show(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


show(lambda: b"aaa".replace(b"a",b"b",2))
show(lambda: b"aaa".replace(b"",b"-"))
show(lambda: b"aaa".replace(b"","-"))
show(lambda: b"a".replace(5,b""))
show(lambda: b"a".replace(b"a",b"",2**70))
show(lambda: b"abcabc".replace(b"bc", b"X"))
show(lambda: b"abcabc".replace(b"b", b"", 1))
show(lambda: b"abc".replace(b"", b"-", 2))
show(lambda: b"abc".replace(b"x", b"y"))
show(lambda: b"aaa".replace(b"a", b"bb", 0))
