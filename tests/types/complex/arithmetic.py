"""complex: the operators."""


def show(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


show(lambda: 1j//1)
show(lambda: 1j%1)
show(lambda: divmod(1j,1))
show(lambda: 1j/0)
show(lambda: 1j/(1+1e-300j))
show(lambda: abs(complex("inf")))
show(lambda: abs(complex(1e308,1e308)))
show(lambda: complex("inf")*1j)
show(lambda: (1+2j) + 1)
show(lambda: 1.5 + 2j)
show(lambda: (1+2j) - (3-4j))
show(lambda: -(1-2j))
show(lambda: +(1j))
show(lambda: (1+2j) * (3-4j))
show(lambda: 2.0 * 1j)
show(lambda: (1+2j) / 2)
show(lambda: 1 / 1j)
show(lambda: (3-4j) / (1e308+1e308j))
show(lambda: bool(0j))
show(lambda: bool(1j))
show(lambda: 1j.conjugate())
show(lambda: abs(-5j))
