"""int: attributes and small methods."""


def show(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


show(lambda: (5).conjugate(1))
show(lambda: (5).__getnewargs__())
show(lambda: (5).__trunc__(1))
show(lambda: (5).__getattribute__("real"))
show(lambda: (5).is_integer())
