"""int: pow."""


def show(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


show(lambda: 0**-1)
show(lambda: 2**-1)
show(lambda: (-2)**-1)
show(lambda: pow(2,-1,0))
show(lambda: pow(2,3,0))
show(lambda: pow(2,-1,4))
show(lambda: pow(2,3,2.5))
show(lambda: pow(2,3.0,5))
show(lambda: (1+2j)**0)
show(lambda: (1+2j)**2)
show(lambda: (1+2j)**-3)
show(lambda: (1+2j)**100)
show(lambda: (1+2j)**101)
show(lambda: (1+2j)**0.5)
show(lambda: (1+2j)**(1+1j))
show(lambda: 2**0.5)
show(lambda: (-2)**0.5)
show(lambda: 2**1.0)
show(lambda: 0**0)
show(lambda: 10**-400)
show(lambda: (10**400)**-1)
show(lambda: pow(3,-2,7))
show(lambda: pow(-3,5,-7))
show(lambda: pow(0,0,1))
show(lambda: pow(2,10**10,10**9+7))
show(lambda: (1).__pow__(2,"a"))
show(lambda: (2).__pow__(3,None))
show(lambda: (2).__rpow__(3))
