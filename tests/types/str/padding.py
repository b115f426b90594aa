"""str: center, ljust, rjust, zfill."""


def show(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


show(lambda: "a".center(5,5))
show(lambda: "a".center(5,"ab"))
show(lambda: "a".center("a"))
show(lambda: "a".center(4))
show(lambda: "ab".center(5))
show(lambda: "\U00010000".center(5,"\U00010001"))
show(lambda: "a".center(4,"\U00010001"))
show(lambda: "abc".center(6))
show(lambda: "abc".center(7))
show(lambda: "ab".center(7))
show(lambda: "ab".center(6,"*"))
show(lambda: "a".zfill("a"))
show(lambda: "-a".zfill(5))
show(lambda: "+".zfill(5))
show(lambda: "".zfill(3))
show(lambda: "\U00010000".zfill(3))
show(lambda: "+\U00010000".zfill(5))
show(lambda: "--5".zfill(6))
