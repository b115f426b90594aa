"""float: as_integer_ratio."""


def show(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


show(lambda: float("nan").as_integer_ratio())
show(lambda: (0.5).as_integer_ratio())
show(lambda: (-0.25).as_integer_ratio())
show(lambda: (0.1).as_integer_ratio())
show(lambda: (1e300).as_integer_ratio())
show(lambda: (5e-324).as_integer_ratio())
show(lambda: (0.0).as_integer_ratio())
show(lambda: float("inf").as_integer_ratio())
