"""int: repr."""


def show(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


show(lambda: repr(1+0j))
show(lambda: repr(-5))
show(lambda: str(10**30))
show(lambda: repr(0))
show(lambda: repr(-0))
show(lambda: str(2**64))
show(lambda: len(str(10**4000)))
show(lambda: str(-10**4300))
show(lambda: int("1" * 4300) > 0)
show(lambda: f"{10**20:,}")
show(lambda: repr(True))
