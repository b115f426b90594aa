# Metaclasses, descriptors, super, slots, class bodies.
class Meta(type):
    @classmethod
    def __prepare__(m, name, bases, **kw): print("prepare", name, bases, kw); return {"pre": 1}
    def __new__(m, name, bases, ns, **kw): print("new", name, sorted(k for k in ns if not k.startswith("__"))); return super().__new__(m, name, bases, ns)
    def __init__(cls, name, bases, ns, **kw): print("init", kw)
class A(metaclass=Meta, opt=1): x = 1
class B(A, opt=2): pass
print(B.pre, type(B))
class Base:
    def __init_subclass__(cls, /, tag=None, **kw): super().__init_subclass__(**kw); cls.tag = tag
class Sub(Base, tag="t"): pass
print(Sub.tag)
class Desc:
    def __set_name__(self, o, n): self.n = n; print("set_name", o.__name__, n)
    def __get__(self, i, o): return ("get", self.n, i is None)
    def __set__(self, i, v): print("dset", v)
    def __delete__(self, i): print("ddel")
class H:
    d = Desc()
h = H(); print(h.d, H.d); h.d = 5; del h.d
class Prop:
    def __init__(self): self._x = 0
    @property
    def x(self): return self._x
    @x.setter
    def x(self, v): self._x = v * 2
    @x.deleter
    def x(self): print("del x")
p = Prop(); p.x = 4; print(p.x); del p.x
try: Prop.y
except AttributeError as e: print(e)
try: p.y
except AttributeError as e: print(e)
try: del p.zz
except AttributeError as e: print(e)
class RO:
    @property
    def r(self): return 1
try: RO().r = 2
except AttributeError as e: print(e)
class Slots:
    __slots__ = ("a", "b")
s = Slots(); s.a = 1; print(s.a)
try: s.b
except AttributeError as e: print(e)
try: s.c = 1
except AttributeError as e: print(e)
class GA:
    def __getattribute__(self, n):
        if n == "special": return "gotit"
        return super().__getattribute__(n)
    def __getattr__(self, n): return "fallback " + n
    def __setattr__(self, n, v): print("setattr", n, v); super().__setattr__(n, v)
    def __delattr__(self, n): print("delattr", n); super().__delattr__(n)
g = GA(); g.x = 1; print(g.special, g.x, g.y); del g.x; print(g.x)
class Mix1:
    def who(self): return ["Mix1"]
class Mix2(Mix1):
    def who(self): return ["Mix2"] + super().who()
class Mix3(Mix1):
    def who(self): return ["Mix3"] + super().who()
class Mix4(Mix2, Mix3):
    def who(self): return ["Mix4"] + super().who()
print(Mix4().who(), [c.__name__ for c in Mix4.__mro__])
class CM(Mix4):
    @classmethod
    def make(cls): return cls().who()
    @staticmethod
    def st(): return "st"
    def sup(self): return super(Mix4, self).who()
print(CM.make(), CM.st(), CM().sup())
try: super()
except RuntimeError as e: print(e)
def nofirst(): super()
try: nofirst()
except RuntimeError as e: print(e)
class Outer:
    class Inner:
        def m(self): return __class__
    print(__qualname__)
print(Outer.Inner().m(), Outer.Inner.__qualname__)
class Ann:
    a: int = 1
    b: "str"
    (c): float = 2
print(Ann.__annotations__)
class Doc:
    "docstring"
    def f(self): "fdoc"
print(Doc.__doc__, Doc.f.__doc__)
from_dict = type("Dyn", (Base,), {"v": 3}, tag="dyn"); print(from_dict.tag, from_dict.v)
class MR:
    def __mro_entries__(self, bases): return (Base,)
class UsesMR(MR()): pass
print(UsesMR.__bases__, len(UsesMR.__orig_bases__))
class WithCell:
    def f(self): return __class__
print(WithCell().f() is WithCell)
class BadMeta(type):
    def __new__(m, n, b, ns): 
        ns.pop("__classcell__", None); return super().__new__(m, n, b, ns)
try:
    class BC(metaclass=BadMeta):
        def f(self): return __class__
except RuntimeError as e: print(e)
def deco(c): c.deco = True; return c
@deco
class De: pass
print(De.deco)
x = "global"
class LC:
    x = x
    y = [x for _ in range(1)]
print(LC.x, LC.y)
