"""int(): __int__, __index__, __trunc__, and what they may give back."""
import warnings


def show(call):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            print(repr(call()))
        except Exception as error:
            print(f"{type(error).__name__}: {error}")
    for each in caught:
        print("   ", each.category.__name__, each.message)


def make(**methods):
    return type("T", (), {f"__{name}__": (lambda result: lambda self: result)(result) for name, result in methods.items()})()


show(lambda: int(make(int=5)))
show(lambda: int(make(index=6)))
show(lambda: int(make(int=5, index=6)))
show(lambda: int(make(trunc=7)))
show(lambda: int(make(trunc=make(index=8))))
show(lambda: int(make(trunc="x")))
show(lambda: int(make(int=True)))
show(lambda: int(make(int="x")))
show(lambda: int(make(index="x")))
show(lambda: int(make()))
show(lambda: [10, 20, 30][make(index=2)])
show(lambda: [10, 20, 30][make(index=True)])
show(lambda: "abc" * make(index=2))
show(lambda: hex(make(index=255)))
show(lambda: "%d %x" % (make(int=5), make(index=255)))
show(lambda: "%x" % make(int=5))
show(lambda: (5).to_bytes(make(index=2)))
show(lambda: int("101", make(index=2)))
show(lambda: range(make(index=3)))
show(lambda: bytes(make(index=3)))
show(lambda: float(make(index=3)))
show(lambda: complex(make(index=3), make(index=4)))
show(lambda: float(make(float=1)))
show(lambda: float(make(float=1.5)))
show(lambda: complex(make(complex=1j)))
show(lambda: complex(make(complex=1)))
show(lambda: complex(make(float=2.5)))
show(lambda: ~True)
