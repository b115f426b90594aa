"""float: addition and its kin."""


def show(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


show(lambda: 1.5 + 1)
show(lambda: 1 - 0.5)
show(lambda: 2 * 1.5)
show(lambda: 1.5 + True)
show(lambda: 1.5 + "a")
show(lambda: -(0.0))
show(lambda: +(-1.5))
show(lambda: abs(-1.5))
show(lambda: bool(0.0))
show(lambda: bool(float("nan")))
show(lambda: 0.1 + 0.2)
show(lambda: 1e308 * 10)
show(lambda: 1e308 * -10)
show(lambda: float("inf") - float("inf"))
show(lambda: 10**400 - 1.5)
show(lambda: int(1e20))
show(lambda: int(-1.9))
