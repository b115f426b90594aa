"""complex: making one of other values."""


def show(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


show(lambda: complex("1+2j"))
show(lambda: complex("1+2"))
show(lambda: complex("j"))
show(lambda: complex("-j"))
show(lambda: complex("(1+2j)"))
show(lambda: complex("( 1+2j )"))
show(lambda: complex("1 + 2j"))
show(lambda: complex(""))
show(lambda: complex("1_0+2_0j"))
show(lambda: complex("nan+infj"))
show(lambda: complex("1e5-.5j"))
show(lambda: complex(b"1"))
show(lambda: complex("1",2))
show(lambda: complex(1,"2"))
show(lambda: complex(1,2))
show(lambda: complex(1j,1j))
show(lambda: complex([]))
show(lambda: complex(1,[]))
show(lambda: complex(real=1,imag=2))
show(lambda: complex(1,2,3))
show(lambda: complex("\ud800"))
show(lambda: complex(None))
show(lambda: complex("infinity"))
show(lambda: complex("1e400j"))
show(lambda: complex("1j2"))
show(lambda: complex("+1j"))
show(lambda: complex("1+j"))
show(lambda: complex("1-j"))
show(lambda: complex("1++j"))
