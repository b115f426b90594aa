"""int: addition and its kin."""


def show(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


show(lambda: 10**400*1.0)
show(lambda: (1+2j)*2)
show(lambda: 2*(1+2j))
show(lambda: int.__add__(1,"a"))
show(lambda: int.__add__(1))
show(lambda: abs(3+4j))
show(lambda: -(1+0j))
show(lambda: 1-1j)
show(lambda: 10**400+1j)
show(lambda: 9007199254740991 + 1)
show(lambda: 9007199254740992 - 1)
show(lambda: -9007199254740991 - 1)
show(lambda: 94906267 * 94906267)
show(lambda: 3037000500 * 3037000500)
show(lambda: 10**20 + 1)
show(lambda: 10**20 - 10**20)
show(lambda: -(10**20))
show(lambda: ~10**20)
show(lambda: abs(-10**20))
show(lambda: 1 + "a")
show(lambda: 1 + None)
show(lambda: 5 - 2.5)
show(lambda: True + 1)
show(lambda: 0 * -5)
