"""str: comparison."""


def show(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


show(lambda: "a"<5)
show(lambda: "x\U00010000y"=="x\U00010000y")
show(lambda: "x\U00010000y"<"x\uffffy")
show(lambda: "x\uffffy"<"x\U00010000y")
show(lambda: "\ud800"<"\U00010000")
show(lambda: "\ud800\udc00"=="\U00010000")
show(lambda: "a" == "a")
show(lambda: "a" < "b")
show(lambda: "a" < "aa")
show(lambda: "Z" < "a")
show(lambda: "" < "a")
show(lambda: "é" > "z")
show(lambda: "a" == b"a")
show(lambda: "a" != 5)
show(lambda: "abc" >= "abd")
show(lambda: "10" < "9")
