# None, Ellipsis and NotImplemented: construction, truth, attributes, operators, comparison, as keys, copying, what they refuse.
import copy, pickle, warnings
warnings.simplefilter("ignore")
def show(action):
    try: print(action())
    except Exception as error: print(type(error).__name__, error)
for value in (None, ..., NotImplemented):
    t = type(value)
    print(value, t.__name__, t() is value, copy.copy(value) is value, copy.deepcopy([value])[0] is value, pickle.loads(pickle.dumps(value)) is value, hash(value) == hash(value), {value: 1}[value], value == value, value != 3, repr(value), str(value), f"{value}", value.__reduce__() if value is not None else "none", value.__class__.__name__)
    show(lambda: t(1)); show(lambda: t(x=1)); show(lambda: type("X", (t,), {})); show(lambda: setattr(value, "x", 1)); show(lambda: value.x); show(lambda: value + 1); show(lambda: 1 + value); show(lambda: -value); show(lambda: value < value); show(lambda: value[0]); show(lambda: value()); show(lambda: len(value)); show(lambda: iter(value)); show(lambda: int(value)); show(lambda: float(value)); show(lambda: f"{value:>6}"); show(lambda: value | int); show(lambda: bool(value)); show(lambda: value.__bool__()); show(lambda: value.__eq__(3)); show(lambda: value.__doc__ is None or len(value.__doc__) > 0); show(lambda: sorted(n for n in vars(t)))
show(lambda: None.__init__()); show(lambda: None.__init__(1)); show(lambda: None.__new__(type(None))); show(lambda: type(None).__call__(type(None))); show(lambda: isinstance(None, type(None)))
show(lambda: (None, 1) < (None, 2)); show(lambda: (None, 1) < (1, 2)); show(lambda: sorted([None, None])); show(lambda: sorted([None, 1])); show(lambda: max(None, key=None)); show(lambda: [None].index(None)); show(lambda: dict.fromkeys([None, ..., NotImplemented]))
def returns_nothing(): pass
def returns_bare(): return
print(returns_nothing(), returns_bare(), [print, None][1], (lambda: None)(), [].append(1), print(end=""))
