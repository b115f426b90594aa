# __del__ and weak references where the moment is certain: an explicit close, a strong reference kept.
import weakref


class Thing:
    def __init__(self, name):
        self.name = name


kept = Thing("kept")
ref = weakref.ref(kept)
print(ref() is kept, ref().name, weakref.getweakrefcount(kept), ref == weakref.ref(kept))
table = weakref.WeakValueDictionary(a=kept)
print(table["a"].name, "a" in table, len(table))
proxy = weakref.proxy(kept)
proxy.name = "through proxy"
print(kept.name, type(proxy).__name__)
try:
    weakref.ref(5)
except TypeError as error:
    print(error)


class NoWeak:
    __slots__ = ()


try:
    weakref.ref(NoWeak())
except TypeError as error:
    print(error)
finalizer = weakref.finalize(kept, print, "finalized", 1)
print(finalizer.alive, finalizer(), finalizer.alive)
