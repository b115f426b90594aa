"""int: division, remainder, divmod."""


def show(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


show(lambda: 1//0)
show(lambda: (-7)//2)
show(lambda: 7//-2)
show(lambda: 1%0)
show(lambda: (-7)%2)
show(lambda: 7%-2)
show(lambda: divmod(1,0))
show(lambda: divmod(7,-2.5))
show(lambda: 1/0)
show(lambda: 10**400/3)
show(lambda: 10**400/10**399)
show(lambda: (10**400)/1e5)
show(lambda: (1+2j)/(3-4j))
show(lambda: (5).__divmod__("a"))
show(lambda: (5).__rdivmod__(7))
