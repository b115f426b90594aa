"""float: division, remainder, divmod."""


def show(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


show(lambda: 1.0//0)
show(lambda: -7.5//2)
show(lambda: 1.0%0)
show(lambda: -7.5%2)
show(lambda: divmod(1.0,0))
show(lambda: divmod(-7.5,2))
show(lambda: 1.0/0)
show(lambda: 1.0.__divmod__(1))
