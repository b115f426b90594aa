# In which order a class is checked when several things are wrong with it.
def attempt(label, function):
    try:
        print(label, "=>", function())
    except Exception as error:
        print(label, "=>", type(error).__name__, error, getattr(error, "__notes__", ""))


class Named:
    def __set_name__(self, owner, name):
        raise LookupError(name)


class Hooked:
    def __init_subclass__(cls, **keywords):
        raise KeyError(*keywords)


bad = {
    "__slots__": ("a", "1"),
    "__qualname__": 5,
    "__doc__": "\ud800",
    "named": Named(),
    "__classcell__": 3,
}
names = list(bad)
for i, first in enumerate(names):
    for second in names[i:]:
        for bases in ((), (tuple,), (type,), (Hooked,)):
            namespace = {first: bad[first], second: bad[second]}
            attempt(f"{first} {second} {[b.__name__ for b in bases]}", lambda: type("C", bases, namespace).__name__)
attempt("conflict", lambda: type("C", (), {"__slots__": "a", "a": 1, "__qualname__": 5}))
attempt("layouts", lambda: type("C", (int, str), {"__qualname__": 5}))
attempt("null", lambda: type("C\0", (), {"__slots__": 5}))
attempt("surrogate", lambda: type("C\ud800", (int, str), {}))
attempt("keywords", lambda: type("C", (), {"__qualname__": 5}, k=1))
attempt("bool", lambda: type("C", (bool,), {"__slots__": 5}))
