"""str: making one of other values."""


def show(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


show(lambda: str(10**5000))
show(lambda: str(b"a"))
show(lambda: str(b"a","utf8"))
show(lambda: str(b"a",5))
show(lambda: str("a","utf8"))
show(lambda: str(5,"utf8"))
show(lambda: str(b"a",errors=5))
show(lambda: str(object=5))
show(lambda: str(errors="x"))
show(lambda: str(1,2,3,4))
show(lambda: str(b"\xff","ascii","replace"))
show(lambda: str(x=1))
show(lambda: "a".__getnewargs__())
