"""int: comparison."""


def show(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


show(lambda: (1).__lt__("a"))
show(lambda: 1==1+0j)
show(lambda: 10**400==1j)
show(lambda: 10**400<1.5)
show(lambda: 1 < 2)
show(lambda: 2**60 > 2**59)
show(lambda: 10**30 == 10**30)
show(lambda: 10**30 != 10**30 + 1)
show(lambda: 1 == True)
show(lambda: 1 < "a")
show(lambda: 2**53 == float(2**53))
show(lambda: 2**53 + 1 == float(2**53))
show(lambda: -1 < 10**30)
show(lambda: 1 <= 1 <= 2)
show(lambda: None == 1)
show(lambda: max(3, 10**20, 5))
