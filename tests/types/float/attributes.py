"""float: attributes and small methods."""


def show(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


show(lambda: float.__getformat__("double"))
show(lambda: float.__getformat__("float"))
show(lambda: float.__getformat__("x"))
show(lambda: float.__getformat__(5))
show(lambda: 1.5.is_integer())
show(lambda: (1.5).real)
show(lambda: (1.5).imag)
show(lambda: (2.0).is_integer())
show(lambda: float("inf").is_integer())
show(lambda: (1.5).conjugate())
show(lambda: (1.5).__getnewargs__())
show(lambda: (1.5).hex())
show(lambda: (-0.0).hex())
show(lambda: (0.1).hex())
show(lambda: float("nan").hex())
show(lambda: (5e-324).hex())
