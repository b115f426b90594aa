"""int: round."""


def show(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


show(lambda: (5).__round__(None))
show(lambda: (5).__round__(1.5))
show(lambda: (5).__round__(1,2))
show(lambda: round(15, -1))
show(lambda: round(25, -1))
show(lambda: round(-15, -1))
show(lambda: round(10**25 + 5, -1))
show(lambda: round(12345, -3))
show(lambda: round(5, 2))
show(lambda: round(5))
show(lambda: round(55, -2))
show(lambda: (1).__round__(2, 3))
