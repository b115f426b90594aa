"""float: round."""


def show(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


show(lambda: (1.5).__round__("a"))
show(lambda: (1.5).__round__(1,2))
show(lambda: round(1e308,-308))
show(lambda: round(5e307,-308))
show(lambda: round(1.5,2**70))
show(lambda: round(float("nan")))
show(lambda: round(float("inf")))
show(lambda: (1.5).__trunc__())
show(lambda: float("nan").__floor__())
show(lambda: float("inf").__ceil__())
