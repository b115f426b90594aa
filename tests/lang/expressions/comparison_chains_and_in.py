# Chained comparisons: each operand once, stops at the first false, results that are no bools, `in`, `not in`, `is`, mixed chains, errors.
log = []
class V:
    def __init__(self, name, result=True): self.name, self.result = name, result
    def __lt__(self, other): log.append(f"{self.name}<{other.name}"); return self.result
    def __eq__(self, other): log.append(f"{self.name}=={getattr(other, 'name', other)}"); return self.result
    def __contains__(self, item): log.append(f"{item.name} in {self.name}"); return self.result
    def __bool__(self): log.append(f"bool {self.name}"); return True
    def __repr__(self): return self.name
    __hash__ = None
def make(name, result=True): log.append(f"make {name}"); return V(name, result)
def show(action):
    log.clear()
    try: result = action()
    except Exception as error: result = f"! {type(error).__name__} {error}"
    print(result, log)
show(lambda: make("a") < make("b") < make("c"))
show(lambda: make("a", False) < make("b") < make("c"))
show(lambda: make("a", []) < make("b") == make("c"))
show(lambda: make("a", "yes") < make("b", "last") < make("c"))
show(lambda: make("a", V("truth")) < make("b", V("end")) < make("c"))
show(lambda: make("a") in make("b") in make("c"))
show(lambda: make("a") not in make("b") and make("d"))
show(lambda: make("a") in make("b", []) )
show(lambda: (make("a") < make("b")) < 3)
show(lambda: not make("a") == make("b") is not None)
show(lambda: 1 < 2 < 3 == 3 != 4 >= 4 > 0 <= 0 is not None in [True, None])
show(lambda: 1 < 3 < 2 < 1 / 0)
class NoTruth:
    def __lt__(self, other): return self
    def __bool__(self): raise ZeroDivisionError("truth")
show(lambda: type(NoTruth() < 1))
show(lambda: NoTruth() < 1 < 2)
show(lambda: bool(NoTruth() < 1))
class Iter:
    def __iter__(self): log.append("iter"); return iter([1, V("x", False), V("y")])
class Getitem:
    def __getitem__(self, i): log.append(i); return [10, 20, 30][i]
show(lambda: V("q") in Iter())
show(lambda: 1 in Iter())
show(lambda: 20 in Getitem())
show(lambda: 99 in Getitem())
show(lambda: 1 in 3)
show(lambda: 1 in None)
show(lambda: "a" in b"a")
show(lambda: 1 in "a")
class NoContains:
    __contains__ = None
    def __iter__(self): return iter([1])
show(lambda: 1 in NoContains())
class ContainsRaises:
    def __contains__(self, x): raise KeyError(x)
show(lambda: 1 in ContainsRaises())
nan = float("nan")
show(lambda: (nan in [nan], nan == nan, [nan] == [nan], nan in {nan: 1}, nan in (1, nan)))
for a in (1, "a", None, [], 1j, {}, len, int):
    for b in (2, "b", None, (), 2j):
        row = []
        for op in ("<", "==", "!=", ">="):
            try: row.append(eval(f"a {op} b"))
            except TypeError as error: row.append(str(error))
        print(row)
