"""str: __format__."""


def show(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


show(lambda: "a".__format__("d"))
show(lambda: "a".__format__(">5"))
show(lambda: format("abc", "6"))
show(lambda: format("abc", ">6"))
show(lambda: format("abc", "^6"))
show(lambda: format("abc", "*^7"))
show(lambda: format("abc", ".2"))
show(lambda: format("abc", "<6.2"))
show(lambda: format("abc", "s"))
show(lambda: format("abc", "06"))
show(lambda: format("abc", "=6"))
show(lambda: format("abc", "+"))
show(lambda: format("abc", " "))
show(lambda: format("abc", "#"))
show(lambda: format("abc", ","))
show(lambda: format("abc", "_"))
show(lambda: format("abc", "z"))
show(lambda: format("abc", "x6"))
show(lambda: format("abc", "6."))
show(lambda: format("abc", "99999999999999999999"))
show(lambda: format("abc", "é>6"))
show(lambda: format("", "3"))
