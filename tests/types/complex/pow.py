"""complex: pow."""


def show(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


show(lambda: 1j**2)
show(lambda: 0j**-1)
show(lambda: 0j**1j)
show(lambda: pow(1j,2,3))
show(lambda: (1+1j) ** 2)
show(lambda: (1+1j) ** -2)
show(lambda: 2 ** 1j)
show(lambda: (-1) ** 0.5)
show(lambda: 0j ** 0)
show(lambda: 1j ** 0)
show(lambda: pow(1j, 2))
show(lambda: (1e200+1j) ** 2)
show(lambda: (-8) ** (1/3))
