# An object that its `__del__` stores somewhere lives on; `__del__` runs once. In cycles it waits for a collection.
import gc
import weakref

saved = []


class Phoenix:
    def __del__(self):
        print("del")
        saved.append(self)


p = Phoenix()
r = weakref.ref(p)
del p
print(len(saved), r() is saved[0])
saved.clear()
print(len(saved), r())


class Node:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("node", self.name)


gc.collect()
a, b = Node("a"), Node("b")
a.other, b.other = b, a
ra = weakref.ref(a)
del a, b
print("still there", ra() is not None)
gc.collect()
print("collected", ra())


class Fails:
    def __del__(self):
        raise ValueError("in del")


import sys


def hook(unraisable):
    print(unraisable.exc_type.__name__, unraisable.exc_value, unraisable.object is Fails.__del__)


sys.unraisablehook = hook
f = Fails()
del f
print("end")
