# sum, min, max, any, all, divmod, abs, round: starts, keys, defaults, compensated floats, order of comparisons, errors.
def show(action):
    try: print(action())
    except Exception as error: print(type(error).__name__, error)
print(sum([0.1] * 10), sum([1e100, 1.0, -1e100, 1.0]), sum([0.1, 0.2, 0.3]), sum([1, 0.5, 2**60]), sum([2**62, 2**62]), sum([True, 2.5]), sum([1e308, 1e308]), sum([float("inf"), 1]), sum([0.1] * 3, 1), sum([1j, 2]), sum([], 5), sum([[1], [2]], []), sum([-0.0]), sum([-0.0], -0.0))
show(lambda: sum("ab"))
show(lambda: sum(["a"], ""))
show(lambda: sum([b"a"], b""))
show(lambda: sum([bytearray()], bytearray()))
show(lambda: sum(3))
show(lambda: sum())
show(lambda: sum([1], 2, 3))
show(lambda: sum([1], start=5))
show(lambda: sum(iterable=[1]))
show(lambda: sum([1, "a"]))
show(lambda: sum([(1,), (2,)], ()))
class Add:
    def __radd__(self, other): return f"radd {other}"
show(lambda: sum([1, 2, Add()]))
asked = []
class V:
    def __init__(self, n): self.n = n
    def __lt__(self, other): asked.append((self.n, "<", other.n)); return self.n < other.n
    def __gt__(self, other): asked.append((self.n, ">", other.n)); return self.n > other.n
    def __repr__(self): return f"V{self.n}"
print(min(V(2), V(1), V(3)), asked); asked.clear()
print(max([V(2), V(1), V(3)]), asked)
print(max("apple", "fig", key=len), min([3, 1, 2], key=lambda v: -v), max([1, True, 1.0]), min([1.0, 1, True]), max(["b", "a"], default="z"), min([], default=None), max({}, key=len, default=0), max((1, 2), (1, 3)), min("hello"), max(1, 2.5, True))
for action in (lambda: min(), lambda: min(1), lambda: min([]), lambda: max(1, 2, default=3), lambda: max([1], foo=2), lambda: max(1, "a"), lambda: min([1, None]), lambda: max([1, 2], key=3), lambda: max(None, None), lambda: min(1, 2, key=None), lambda: max((), default=max), lambda: max(key=len), lambda: min([nan := float("nan"), 1]), lambda: min(1, float("nan")), lambda: max([[1], [0, 5]])):
    show(action)
for action in (lambda: divmod(7, -2), lambda: divmod(-7.5, 2), lambda: divmod(1, 0), lambda: divmod(1.0, 0), lambda: divmod("a", 1), lambda: divmod(1), lambda: divmod(True, 2), lambda: divmod(2**100, -3), lambda: abs("a"), lambda: abs(-2**70), lambda: abs(3 - 4j), lambda: abs(), lambda: any(3), lambda: all(None), lambda: any(), lambda: any([], []), lambda: any(x > 1 for x in (0, 2, 1 / 1)), lambda: all(x < 1 for x in (0, 2)), lambda: bin("a"), lambda: hex(1.5), lambda: oct(None), lambda: bin(-5), lambda: ord("ab"), lambda: ord(b"a"), lambda: ord(bytearray(b"ab")), lambda: ord(3), lambda: ord(""), lambda: chr(-1), lambda: chr(0x110000), lambda: chr(2**70), lambda: chr("a"), lambda: chr(1.0), lambda: ascii(chr(0xd800)), lambda: callable(3), lambda: callable(), lambda: id(), lambda: hash([]), lambda: len(3), lambda: len(iter([]))):
    show(action)
