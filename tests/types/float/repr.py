"""float: repr."""


def show(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


show(lambda: repr(0.1))
show(lambda: repr(1e16))
show(lambda: repr(1e15))
show(lambda: repr(123456789.123))
show(lambda: repr(1e-4))
show(lambda: repr(1e-5))
show(lambda: repr(5e-324))
show(lambda: repr(1.7976931348623157e308))
show(lambda: repr(-0.0))
show(lambda: repr(float("nan")))
show(lambda: repr(float("-inf")))
show(lambda: repr(100.0))
show(lambda: repr(2.5e-8))
show(lambda: str(1/3))
show(lambda: repr(9007199254740993.0))
