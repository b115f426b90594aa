# Recursion that passes through builtins ends in RecursionError, is caught, and leaves everything usable.
import sys

sys.setrecursionlimit(90)


class Attr:
    def __getattr__(self, name):
        return getattr(self, name + "x")


class Item:
    def __getitem__(self, key):
        return self[key]


class Text:
    def __repr__(self):
        return repr(self)

    def __str__(self):
        return f"{self}"

    def __format__(self, spec):
        return format(self, spec)


class Number:
    def __add__(self, other):
        return self + other

    def __eq__(self, other):
        return self == other

    def __lt__(self, other):
        return self < other

    def __hash__(self):
        return hash((self,))

    def __bool__(self):
        return not self

    def __len__(self):
        return len(self)

    def __iter__(self):
        return iter(self)

    def __contains__(self, item):
        return item in self

    def __call__(self):
        return self()


def by_map(n):
    return list(map(by_map, [n]))


def by_sorted(n):
    return sorted([1, 2], key=by_sorted)


def by_comprehension(n):
    return [by_comprehension(i) for i in [n]]


def by_generator(n):
    yield from by_generator(n)


def by_exec():
    exec("by_exec()")


def by_partial():
    import functools

    return functools.partial(by_partial)()


def by_reduce(a, b=0):
    import functools

    return functools.reduce(by_reduce, [1, 2])


def by_property():
    class P:
        @property
        def p(self):
            return self.p

    return P().p


actions = {
    "getattr": lambda: Attr().a,
    "getitem": lambda: Item()[0],
    "repr": lambda: repr(Text()),
    "str": lambda: str(Text()),
    "format": lambda: format(Text(), "x"),
    "add": lambda: Number() + 1,
    "eq": lambda: Number() == 1,
    "lt": lambda: Number() < 1,
    "hash": lambda: hash(Number()),
    "bool": lambda: bool(Number()),
    "len": lambda: len(Number()),
    "iter": lambda: iter(Number()),
    "contains": lambda: 1 in Number(),
    "call": lambda: Number()(),
    "map": lambda: by_map(1),
    "sorted": lambda: by_sorted(1),
    "comprehension": lambda: by_comprehension(1),
    "generator": lambda: list(by_generator(1)),
    "exec": by_exec,
    "partial": by_partial,
    "reduce": lambda: by_reduce(1),
    "property": by_property,
}
for name, action in actions.items():
    try:
        action()
        print(name, "ended")
    except RecursionError as error:
        print(name, str(error).split(" while")[0])
print("afterwards", by_property.__name__, sum(range(100)), [n for n in range(3)])
