# __setstate__ of iterators: what it takes as a position, what it makes of one out of range.
def attempt(label, function):
    try:
        print(label, "=>", function())
    except Exception as error:
        print(label, "=>", type(error).__name__, error)


class Index:
    def __index__(self):
        return 2


makers = {
    "list": lambda: iter([1, 2, 3, 4]),
    "reversed list": lambda: reversed([1, 2, 3, 4]),
    "tuple": lambda: iter((1, 2, 3, 4)),
    "str": lambda: iter("abcd"),
    "wide str": lambda: iter("ab\u0431d"),
    "bytes": lambda: iter(b"abcd"),
    "bytearray": lambda: iter(bytearray(b"abcd")),
    "range": lambda: iter(range(4)),
    "long range": lambda: iter(range(10**20, 10**20 + 4)),
    "sequence": lambda: iter(type("S", (), {"__getitem__": lambda self, i: [1, 2, 3][i]})()),
    "reversed": lambda: reversed("abcd"),
}
for name, make in makers.items():
    for state in (0, 2, -1, -5, 9, True, Index(), 1.5, "a", None):
        if name == "long range" and type(state) is float:
            continue  # its numbers would become floats
        iterator = make()
        label = type(state).__name__ if isinstance(state, Index) else repr(state)
        attempt(f"{name} {label}", lambda: iterator.__setstate__(state))
        print("   left", list(iterator), iterator.__length_hint__())
for state in (float("nan"), -0.5, 1e300):
    iterator = makers["long range"]()
    attempt(f"long range {state}", lambda: iterator.__setstate__(state))
    print("   left", next(iterator, "nothing"))
attempt("beyond", lambda: makers["range"]().__setstate__(2**70))
attempt("arguments of range.__reduce__", lambda: range(3).__reduce__(5, 6))
attempt("keywords", lambda: range(3).__reduce__(a=6))
