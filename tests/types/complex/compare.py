"""complex: comparison."""


def show(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


show(lambda: 1j<2)
show(lambda: (1j).__getnewargs__())
show(lambda: (1j).__complex__())
show(lambda: 1j.__eq__("a"))
show(lambda: 1j.__lt__(2j))
show(lambda: 1j.__round__)
show(lambda: 1j == 1j)
show(lambda: 1j != 1j)
show(lambda: 1+0j == 1)
show(lambda: 1+0j == 1.0)
show(lambda: 1+0j == True)
show(lambda: 1j == "a")
show(lambda: complex("nan") == complex("nan"))
show(lambda: 2**53+1 == complex(2**53))
show(lambda: 1j > 1j)
show(lambda: 1j >= 1)
