"""float: making one of other values."""


def show(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


show(lambda: float(10**400))
show(lambda: float())
show(lambda: float(""))
show(lambda: float("abc"))
show(lambda: float(b"12.5"))
show(lambda: float(b"abc"))
show(lambda: float([]))
show(lambda: float(None))
show(lambda: float(1,2))
show(lambda: float(x=1))
show(lambda: float("1_0.5"))
show(lambda: float("\ud800"))
show(lambda: float("1__0"))
show(lambda: float("\u0661"))
show(lambda: float(1j))
show(lambda: float("\U0001d7cf.5"))
