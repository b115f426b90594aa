"""bool: truth values as ints."""


def show(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


show(lambda: int(True))
show(lambda: True == 1)
show(lambda: True is (1 == 1))
show(lambda: isinstance(True, int))
show(lambda: hash(True))
show(lambda: [False, True][True])
show(lambda: True.real)
show(lambda: True.to_bytes())
