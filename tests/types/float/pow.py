"""float: pow."""


def show(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


show(lambda: pow(2.0,3,5))
show(lambda: 0.0**-1)
show(lambda: (-8.0)**(1/3))
show(lambda: 0.0**0)
show(lambda: 1.5 .__pow__(2,3))
show(lambda: (1.5).__pow__("a"))
