# SimpleNamespace: keywords, attributes, equality, repr in order and of recursive ones, subclasses, deletion, copying, __dict__, errors.
import types, copy, pickle
def show(action):
    try: print(action())
    except Exception as error: print(type(error).__name__, error)
S = types.SimpleNamespace
s = S(b=1, a="two")
print(s, S(), s.a, s == S(a="two", b=1), s == S(b=1), s != S(), s == {"b": 1, "a": "two"}, vars(s), s.__dict__ is vars(s))
s.c = [s]
print(s)
del s.b
print(sorted(vars(s)), hasattr(s, "b"))
show(lambda: s.b)
show(lambda: delattr(s, "b"))
show(lambda: S(1))
show(lambda: S({"a": 1}))
show(lambda: S(**{"not an identifier": 1, "": 2}))
show(lambda: S(**{1: 2}))
show(lambda: hash(S()))
show(lambda: S() < S())
show(lambda: S(a=1) < S(a=2))
show(lambda: s["a"])
show(lambda: len(s))
show(lambda: setattr(s, "__dict__", {}))
show(lambda: s.__class__)
class Sub(S):
    kind = "sub"
    def __init__(self, *args, **kw):
        super().__init__(**kw)
        self.args = args
    @property
    def double(self): return self.n * 2
t = Sub(1, 2, n=5)
print(t, t.double, t == S(n=5, args=(1, 2)), S(n=5, args=(1, 2)) == t, t.kind, vars(t))
show(lambda: setattr(t, "double", 3))
class Renamed(S): pass
Renamed.__name__ = "Other"
print(Renamed(x=1), S(self=1, cls=2), S(__init__=5).__init__)
c = copy.copy(s); d = copy.deepcopy(S(l=[1]))
print(c.a, c.c is s.c, d.l, pickle.loads(pickle.dumps(S(q=1, r=[2]))), S(a=1).__reduce__()[1:], copy.copy(t).args)
again = S(a=1); again.__init__(a=2, b=3); print(again)
show(lambda: again.__init__(1))
a, b = S(), S(); a.other, b.other = b, a
print(a)
match S(x=1, y=2):
    case S(x=1, y=value): print("matched", value)
d = {}; n = S(**d); n.k = 1; print(d, vars(n), [k for k in vars(n)], dir(n)[-1])
