# A class body is its own scope: reads fall back to globals, comprehensions do not see its names.
x = "global"


class A:
    before = x
    x = "in class"
    after = x
    first = [x for _ in range(1)]
    iterable = [c for c in x]
    nested = lambda: x  # noqa: E731

    for i in range(3):
        pass
    del i


print(A.before, A.after, A.first, len(A.iterable), A.nested())
print(hasattr(A, "i"), sorted(k for k in vars(A) if not k.startswith("__")))


def make():
    x = "enclosing"

    class B:
        y = x
        x = "own"
        z = x

    return B


print(make().y, make().z)


class C:
    if True:
        def method(self):
            return __class__.__name__

    items = {name: len(name) for name in ("a", "bb")}


print(C().method(), C.items)
