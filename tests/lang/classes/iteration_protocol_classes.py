# Classes that iterate: __iter__ by generator, by self, by __getitem__, reversed, contains fallbacks, length hints, iter that returns odd things.
import operator
def show(action):
    try: print(action())
    except Exception as error: print(type(error).__name__, error)
class Gen:
    def __iter__(self): yield from (1, 2, 3)
class Own:
    def __init__(self): self.n = 0
    def __iter__(self): return self
    def __next__(self):
        self.n += 1
        if self.n > 3: raise StopIteration
        return self.n
class Get:
    def __getitem__(self, i):
        if i >= 3: raise IndexError(i)
        return i + 1
class Stops:
    def __getitem__(self, i): raise StopIteration
class Fails:
    def __getitem__(self, i): raise ValueError(i) if i == 1 else LookupError(i) if i > 5 else KeyError(i) if i > 3 else TypeError(i) if i == 2 else ZeroDivisionError if False else IndexError(i) if i > 1 else ValueError("first") if i < 0 else ValueError(i) if i else OverflowError(i)
for cls in (Gen, Own, Get, Stops):
    o = cls()
    show(lambda: (cls.__name__, list(o), list(o), tuple(cls()), set(cls()), [*cls()], sum(cls()), max(cls(), default=None), 2 in cls(), 9 in cls(), sorted(cls(), reverse=True), dict(enumerate(cls())), list(zip(cls(), cls())), "".join(map(str, cls()))))
show(lambda: list(Fails()))
for result in (3, None, [1], "ab", iter([5]), {1: 2}, (x for x in "g")):
    I = type("I", (), {"__iter__": lambda self: result})
    show(lambda: list(I())); show(lambda: [x for x in I()]); show(lambda: iter(I()))if not hasattr(result, "__next__") else None
for result in (3, -1, 0, None, "x", 1.5, NotImplemented, 2**70, True):
    H = type("H", (), {"__iter__": lambda self: iter("abc"), "__length_hint__": lambda self: result})
    show(lambda: (operator.length_hint(H(), 42), list(H())))
class HintRaises:
    def __iter__(self): return iter([])
    def __length_hint__(self): raise LookupError("hint")
class HintTypeError:
    def __iter__(self): return iter([1])
    def __length_hint__(self): raise TypeError("hint")
show(lambda: list(HintRaises())); show(lambda: list(HintTypeError())); show(lambda: operator.length_hint(3)); show(lambda: operator.length_hint([1], "x")); show(lambda: operator.length_hint([1, 2], -5))
class NoneIter:
    __iter__ = None
    def __getitem__(self, i): return i
class NextOnly:
    def __next__(self): return 1
class InstanceIter: pass
i = InstanceIter(); i.__iter__ = lambda: iter([])
for o in (NoneIter(), NextOnly(), i, object(), 3):
    show(lambda: list(o)); show(lambda: 1 in o); show(lambda: next(o))
class Meta(type):
    def __iter__(cls): return iter(cls.items)
    def __contains__(cls, x): return x == "meta"
    def __len__(cls): return 7
class WithMeta(metaclass=Meta): items = "xy"
print(list(WithMeta), "meta" in WithMeta, len(WithMeta), [a for a in WithMeta])
class Contains:
    def __contains__(self, x): return x
print(5 in Contains(), 0 in Contains(), "" not in Contains(), [] in Contains())
