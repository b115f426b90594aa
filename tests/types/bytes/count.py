"""bytes: count."""


def show(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


show(lambda: b"a".count())
show(lambda: b"a".count(b"a",1,2,3))
show(lambda: b"aaa".count(b""))
show(lambda: b"aaa".count(b"",5))
show(lambda: b"a".count(300))
show(lambda: b"abcabc".count(b"bc", 2))
show(lambda: b"abcabc".count(98, -4, -1))
