# Weak references: callbacks and their order, equality and hashing, proxies, containers of weak references, finalizers.
import gc
import weakref


class Thing:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f"<{self.name}>"

    def __eq__(self, other):
        return isinstance(other, Thing) and self.name == other.name

    def __hash__(self):
        return hash(self.name)

    def method(self):
        return f"method of {self.name}"

    def __len__(self):
        return 3

    def __call__(self, x):
        return (self.name, x)

    def __getitem__(self, key):
        return key

    def __bytes__(self):
        return b"bytes"


def told(label):
    return lambda ref: print("   callback", label, ref() is None)


def attempt(label, function):
    try:
        print(" ", label, function())
    except Exception as error:
        print(" ", label, type(error).__name__, error)


a = Thing("a")
r1, r2 = weakref.ref(a), weakref.ref(a)
r3, r4 = weakref.ref(a, told("3")), weakref.ref(a, told("4"))
print(r1 is r2, r3 is r1, r1 == r3, hash(r1) == hash(a), weakref.getweakrefcount(a), len(weakref.getweakrefs(a)), r3.__callback__ is not None, r1.__callback__)
b = Thing("a")
print(r1 == weakref.ref(b), r1 != weakref.ref(b), r1 == weakref.ref(Thing("c")))
early = weakref.ref(a, told("early"))
del early
del a
gc.collect()
print(r1(), r1 == r2, r1 == r3, r1.__callback__, r3.__callback__)
attempt("hash known", lambda: hash(r1) == hash("a"))
attempt("hash unknown", lambda: hash(r4) == hash("a"))
attempt("order", lambda: r1 < r2)
for value in (1, "a", (), None, [], {}, object(), 1.5, b"", len, int, Thing, lambda: 0, (i for i in ()), {1}, frozenset(), type(None), weakref.ref(b), range(3), slice(1), gc, ValueError(), Thing("m").method, open):
    try:
        weakref.ref(value)
        print(type(value).__name__, end=" ")
    except TypeError as error:
        print(f"[{str(error).split(chr(39))[1]}]", end=" ")
print()
for arguments in ((), (b, 1, 2), (b, None), (b, 5)):
    attempt(f"arguments {len(arguments)}", lambda: type(weakref.ref(*arguments)).__name__)
print("proxies")
p = weakref.proxy(b)
print(p.name, p, p(1), len(p), p["k"], p == b, bool(p), type(p).__name__, type(weakref.proxy([].__class__)).__name__ if False else "", isinstance(p, Thing))
p.extra = 1
print(b.extra, weakref.proxy(b) is p)
attempt("bytes of a callable proxy", lambda: bytes(p))
attempt("hash", lambda: hash(p))
attempt("repr", lambda: repr(p).split(" at ")[0])
attempt("str", lambda: str(p))
method = weakref.WeakMethod(b.method)
print(method()(), method == weakref.WeakMethod(b.method), weakref.WeakMethod(b.method)() is not None)
attempt("plain function", lambda: weakref.WeakMethod(len))
del b
gc.collect()
attempt("dead name", lambda: p.name)
attempt("dead str", lambda: str(p))
attempt("dead bool", lambda: bool(p))
attempt("dead call", lambda: p(1))
attempt("dead set", lambda: setattr(p, "x", 1))
print(method())
print("containers")
things = [Thing(n) for n in "xyz"]
values = weakref.WeakValueDictionary({t.name: t for t in things})
keys = weakref.WeakKeyDictionary({t: t.name for t in things})
members = weakref.WeakSet(things)
print(sorted(values), len(keys), len(members), things[0] in members, sorted(r() .name for r in values.valuerefs()))
iterator = iter(values.items())
next(iterator)
del things[1]
gc.collect()
print(len(values), len(keys), len(members), sorted(values.keys()))
print(sorted(t.name for t in members | {Thing("q")}), Thing("x") in keys, keys[Thing("z")], values.get("y", "gone"), values.setdefault("n", things[0]).name)
attempt("missing", lambda: values["y"])
attempt("not weak", lambda: values.update(k=5))
attempt("pop", lambda: values.pop("x").name)
attempt("popitem", lambda: len(values.popitem()))
attempt("or", lambda: type(values | {"o": things[0]}).__name__)
print("finalizers")
t = Thing("t")
f = weakref.finalize(t, lambda *args, **kwargs: print("   finalize", args, kwargs) or "result", 1, k=2)
print(f.alive, f.peek()[2:], f.atexit)
print(f(), f.alive, f(), f.peek())
f2 = weakref.finalize(t, print, "   second")
f3 = weakref.finalize(t, print, "   third")
print(f2.detach()[2], f2.alive)
del t
gc.collect()
print(f3.alive)


class Resurrected:
    def __del__(self):
        global saved
        saved = self
        print("   del", wr() is None)


x = Resurrected()
wr = weakref.ref(x, told("resurrected"))
del x
gc.collect()
print(type(saved).__name__, wr() is saved)


class RefSubclass(weakref.ref):
    __slots__ = ("tag",)

    def __new__(cls, target, tag):
        self = super().__new__(cls, target)
        self.tag = tag
        return self

    def __init__(self, target, tag):
        super().__init__(target)


s = RefSubclass(saved, "tag")
print(s.tag, s() is saved, s is weakref.ref(saved), type(s).__name__, weakref.getweakrefcount(saved))
