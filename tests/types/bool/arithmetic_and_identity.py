# bool as int and as itself: results of every operator, identity, construction, formatting, subclassing, keys, warnings of ~.
import warnings, operator
warnings.simplefilter("always")
for name in ("add", "sub", "mul", "floordiv", "mod", "pow", "and_", "or_", "xor", "lshift", "rshift", "truediv"):
    row = []
    for a, b in ((True, True), (True, False), (False, True), (True, 2), (2, True), (False, 1.5)):
        try:
            r = getattr(operator, name)(a, b)
            row.append((r, type(r).__name__))
        except Exception as error: row.append(str(error))
    print(name, row)
def show(action):
    try:
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            result = action()
        print(result, [w.category.__name__ for w in caught])
    except Exception as error: print(type(error).__name__, error)
show(lambda: eval("~True"))
t = True
show(lambda: ~t)
show(lambda: (-True, +True, abs(False), round(True), int(True), float(True), complex(True), hash(True) == 1, True.bit_length(), True.real, True.imag, True.numerator, (True).conjugate(), True.as_integer_ratio(), True.is_integer()))
show(lambda: (bool(), bool([]), bool("x"), bool(0.0), bool(-0.0), bool(float("nan")), bool(None), bool(...), bool(NotImplemented) if False else "skipped"))
show(lambda: bool(NotImplemented))
show(lambda: bool(1, 2))
show(lambda: bool(x=1))
show(lambda: type("B", (bool,), {}))
show(lambda: bool.__new__(bool, 5))
show(lambda: int.__new__(bool, 5))
show(lambda: (True is bool(1), (1 == 1) is True, (not 0) is True, [] == [] is True, isinstance(True, int), issubclass(bool, int), True == 1, True is 1 if False else True == 1.0))
show(lambda: ({True: "t", 1: "one", 1.0: "float"}, {0: "zero", False: "f"}, [True, 1, 1.0].count(True), [0, False].index(False), sum([True, True, False]), max(True, 2), sorted([True, 0, 2, False])))
show(lambda: (f"{True}", f"{True:d}", f"{True:5}", f"{True:>6}", f"{True!r:>6}", "%s %d %r %5.1f" % (True, True, False, True), str(False), repr(True), format(True, "x"), format(True, "")))
show(lambda: format(True, "s"))
show(lambda: (True + True, "ab"[True], [10, 20][False], range(True), "x" * True, True // 1, divmod(True, True), True ** False, True << 3, 5 & True, True & True is True))
show(lambda: (any([0, "", None]), all([]), any(iter([0, 3])), all("ab")))
show(lambda: bool.from_bytes(b"\x00"), )
show(lambda: (True.to_bytes(2, "big"), bool.__doc__.split("\n")[0], True.__class__, True.__index__(), True.__bool__(), True.__and__(False), True.__and__(2), True.__xor__("x"), True.__invert__() if False else None))
class Truth:
    def __bool__(self): return NotImplemented
show(lambda: bool(Truth()))
