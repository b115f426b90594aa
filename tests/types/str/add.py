"""str: addition and its kin."""


def show(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


show(lambda: "a"+5)
show(lambda: "a"+b"b")
show(lambda: "\U00010000"+"a"+"\U00010001")
show(lambda: "\ud800"+"\udc00")
show(lambda: "a" "b".__add__(5))
show(lambda: "a" + "")
show(lambda: "" + "")
show(lambda: "a" + None)
show(lambda: "é" + "\u4e2d")
show(lambda: "".join(["a"] * 3) + "b")
