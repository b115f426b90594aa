"""complex: repr."""


def show(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


show(lambda: repr(-0j))
show(lambda: repr(complex(-0.0,1)))
show(lambda: repr(complex("nan")))
show(lambda: repr(complex(0,float("nan"))))
show(lambda: repr(complex(1,float("-inf"))))
show(lambda: repr(1.5-2.25j))
show(lambda: repr(1e100+1e-100j))
show(lambda: repr(complex(float("inf"), float("-inf"))))
show(lambda: str(3j))
show(lambda: repr(complex(0.0, -0.0)))
show(lambda: repr(complex(-0.0, -0.0)))
show(lambda: repr(complex(123456789012345678)))
