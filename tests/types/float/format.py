"""float: format."""


def show(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


show(lambda: 1.5.__format__("d"))
show(lambda: 1.5.__format__(1))
show(lambda: format(1.5,"s"))
show(lambda: format(1.5, ".3f"))
show(lambda: format(1234567.891, ",.2f"))
show(lambda: format(0.000012345, "g"))
show(lambda: format(1e16, ""))
show(lambda: format(1.0, "g"))
show(lambda: format(-1.5, "+.1e"))
show(lambda: format(1.5, "010.2f"))
show(lambda: format(1.5, "*^12"))
show(lambda: format(float("nan"), "08"))
show(lambda: format(float("-inf"), "F"))
show(lambda: format(0.25, ".0%"))
show(lambda: format(2.5, ".0f"))
show(lambda: format(3.5, ".0f"))
show(lambda: format(-0.0, "z.1f"))
show(lambda: format(1.5, "#.0f"))
show(lambda: format(12345.678, "_.1f"))
show(lambda: format(1.5, "n"))
show(lambda: format(1.5, "x"))
show(lambda: format(1.5, "."))
show(lambda: format(1e-7, ""))
show(lambda: format(123.456, ".2"))
show(lambda: format(100000.0, ".3g"))
show(lambda: format(1.5, "=+10"))
