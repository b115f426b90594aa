# Wherever the stack of the host runs out, the RecursionError is caught where the program catches it.
import functools


class Equal:
    def __init__(self, inner): self.inner = inner
    def __eq__(self, other): return [self.inner] == [other.inner]
    def __repr__(self): return f"<{self.inner!r}>"
    def __hash__(self): return hash((self.inner,))
    def __bool__(self): return bool(self.inner)
    def __iter__(self): return iter(list(self.inner))
    def __len__(self): return sum(len(each) for each in [self.inner])


def nested(depth):
    value = ()
    for _ in range(depth): value = Equal(value)
    return value


def through(layers, action):
    """Call `action` below so many builtins, so that each try begins at another depth."""
    if layers == 0: return action()
    return functools.reduce(lambda _, each: through(layers - 1, each), [None, action])


deep, other = nested(5000), nested(5000)
ACTIONS = lambda: deep == other, lambda: repr(deep), lambda: hash(deep), lambda: bool(deep), lambda: list(deep), lambda: len(deep)
for action in ACTIONS:
    caught = []
    for layers in range(8):
        try:
            through(layers, action)
        except RecursionError as error:
            caught.append(layers)
    print(caught)


def left_open():
    try:
        yield from deep
    finally:
        print("closed")


generator = left_open()
for _ in range(2):
    try:
        print(next(generator, "nothing"))
    except RecursionError:
        print("RecursionError")
print(generator.gi_frame)
