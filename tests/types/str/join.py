"""str: join."""


def show(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


show(lambda: "a".join(5))
show(lambda: "a".join([5]))
show(lambda: "a".join(["a",b""]))
show(lambda: ",".join("abc"))
show(lambda: ",".join(["\U00010000","a"]))
show(lambda: "\U00010000".join("abc"))
show(lambda: "".join([]))
show(lambda: "-".join("abc"))
show(lambda: "-".join(("a",)))
show(lambda: "-".join({"x": 1, "y": 2}))
show(lambda: "-".join(str(n) for n in range(3)))
show(lambda: "-".join(["a", None]))
show(lambda: "-".join(None))
