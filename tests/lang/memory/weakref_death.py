# Weak references die with their object, and say so: callbacks, WeakValueDictionary, WeakSet, finalize.
import weakref


class Thing:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f"Thing({self.name})"


t = Thing("one")
r = weakref.ref(t)
print(r() is t)
del t
print(r())

t = Thing("two")
first = weakref.ref(t, lambda ref: print("first callback", ref() is None))
second = weakref.ref(t, lambda ref: print("second callback"))
plain = weakref.ref(t)
t = None
print("dead", first(), second(), plain())

values = weakref.WeakValueDictionary()
keep = Thing("kept")
values["a"] = keep
values["b"] = Thing("dropped")
print(sorted(values))
print(len(values))
keep = None
print(list(values.items()))

members = weakref.WeakSet()
x, y = Thing("x"), Thing("y")
members.add(x)
members.add(y)
print(len(members))
del x
print(len(members), list(members))

keys = weakref.WeakKeyDictionary()
keys[y] = "data"
print(len(keys), y in keys)
del y
print(len(keys), len(members))

z = Thing("z")
f = weakref.finalize(z, print, "finalized", "z", sep="-")
print(f.alive)
del z
print(f.alive)


class Both:
    def __del__(self):
        print("del first")


b = Both()
w = weakref.ref(b, lambda ref: print("then the callback"))
del b
p = weakref.proxy(Thing("never held"))
try:
    p.name
except ReferenceError as error:
    print(error)


def scope():
    local = Thing("local")
    return weakref.ref(local)


print(scope()())
u = Thing("u")
gone = weakref.ref(u, lambda ref: print("must not be called"))
del gone
del u
print("end")
