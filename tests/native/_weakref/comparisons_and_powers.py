# Weak references compare by what they point to, and only for equality; a proxy passes `**=` on; order is refused.
import weakref
class N:
    def __init__(self, n): self.n = n
    def __eq__(self, other): return isinstance(other, N) and self.n == other.n
    def __hash__(self): return hash(self.n)
    def __ipow__(self, other): self.n **= other; return self
    def __lt__(self, other): return self.n < other.n
class NoIpow:
    def __pow__(self, other): return ("pow", other)
a, b, c = N(1), N(1), N(2)
r, s, t = weakref.ref(a), weakref.ref(b), weakref.ref(c)
print(r == s, r == t, r != t, r is weakref.ref(a), hash(r) == hash(s), r == 1, {r: "found"}.get(s))
for name in ("__lt__", "__le__", "__gt__", "__ge__", "__eq__", "__ne__"):
    print(name, name in vars(weakref.ref), getattr(r, name)(s))
for source in ("r < s", "r <= 1", "sorted([r, s])", "max(r, t)"):
    try:
        print(eval(source))
    except TypeError as error:
        print(error)
p = weakref.proxy(c)
before = p
p **= 5
print(type(p).__name__, c.n, p is c)
n = NoIpow()
q = weakref.proxy(n)
q **= 3
print(q)
d = N(3)
proxy = weakref.proxy(d)
print(proxy < weakref.proxy(N(4)) if False else weakref.proxy(c) < d, "__ipow__" in dir(type(proxy)))
print(UnicodeTranslateError("text", 0, 1, "why").encoding, UnicodeEncodeError("ascii", "x", 0, 1, "why").encoding)
