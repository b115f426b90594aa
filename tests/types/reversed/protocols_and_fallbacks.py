# reversed(): __reversed__, the sequence protocol, mappings, None, lengths that lie, changes while it runs, hints and state.
def show(action):
    try: print(action())
    except Exception as error: print(type(error).__name__, error)
class Own:
    def __reversed__(self): return "anything at all"
class Seq:
    def __init__(self, n): self.n = n; self.log = []
    def __len__(self): self.log.append("len"); return self.n
    def __getitem__(self, i): self.log.append(i); return i * 10
class NoLen:
    def __getitem__(self, i): return i
class NoGetitem:
    def __len__(self): return 2
class Blocked(list): __reversed__ = None
class DictLike(dict): pass
class MappingLike:
    def __len__(self): return 2
    def __getitem__(self, k): raise KeyError(k)
    def keys(self): return ["a"]
print(reversed(Own()), list(reversed("a\U0001f40db")), list(reversed((1, 2))), list(reversed(range(3))), list(reversed(b"ab")), list(reversed({1: 2, 3: 4})), list(reversed({1: 2}.items())), list(reversed(DictLike(a=1, b=2))), type(reversed([])).__name__, type(reversed("")).__name__, type(reversed({})).__name__, type(reversed(range(2))).__name__)
s = Seq(3); r = reversed(s)
print(s.log, next(r), s.log, r.__length_hint__(), list(r), s.log, next(r, "end"))
for value in (NoLen(), NoGetitem(), Blocked([1]), {1, 2}, frozenset(), iter([1]), (x for x in "a"), 3, None, zip("a"), object()):
    show(lambda: type(reversed(value)).__name__)
r = reversed(MappingLike()); show(lambda: next(r))
show(lambda: reversed())
show(lambda: reversed([], []))
show(lambda: reversed(sequence=[1]))
for n in (-1, 2**70, 1.5, None, "2"):
    show(lambda: reversed(Seq(n)))
class Shrinks(Seq):
    def __getitem__(self, i):
        if i == 1: raise IndexError("gone")
        return i
r = reversed(Shrinks(4)); print(list(r), list(r))
class Fails(Seq):
    def __getitem__(self, i):
        if i == 1: raise LookupError("other") if False else ValueError("bad item")
        return i
r = reversed(Fails(3)); print(next(r)); show(lambda: next(r)); show(lambda: next(r))
s = Seq(5); r = reversed(s); next(r); s.n = 2; print(r.__length_hint__(), next(r))
r = reversed(Seq(4)); r.__setstate__(1); print(list(r)); r = reversed(Seq(4)); r.__setstate__(99); print(list(r)); r.__setstate__(-5); print(list(r))
show(lambda: reversed(Seq(2)).__setstate__("x"))
print(reversed(Seq(2)).__reduce__()[1][0].n, (lambda r: (list(r), r.__reduce__()[1:]))(reversed(Seq(1))))
class R(reversed): pass
print(list(R([1, 2])), type(R([1])).__name__, type(R(Own())).__name__)
