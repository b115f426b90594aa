# In-place operators, reflected operators with NotImplemented, and mixed types.
class Vec:
    def __init__(self, *v):
        self.v = v

    def __repr__(self):
        return f"Vec{self.v}"

    def __add__(self, o):
        return Vec(*(a + b for a, b in zip(self.v, o.v))) if isinstance(o, Vec) else NotImplemented

    def __mul__(self, k):
        if isinstance(k, Vec):
            return sum(a * b for a, b in zip(self.v, k.v))
        if isinstance(k, (int, float)):
            return Vec(*(a * k for a in self.v))
        return NotImplemented

    __rmul__ = __mul__

    def __iadd__(self, o):
        self.v = tuple(a + b for a, b in zip(self.v, o.v))
        return self

    def __eq__(self, o):
        return self.v == o.v if isinstance(o, Vec) else NotImplemented

    def __getitem__(self, i):
        return self.v[i]

    def __matmul__(self, o):
        return ("matmul", o)

    def __rmatmul__(self, o):
        return ("rmatmul", o)

    def __lshift__(self, o):
        return ("lshift", o)

    def __rrshift__(self, o):
        return ("rrshift", o)

    def __invert__(self):
        return Vec(*(~a for a in self.v))

    def __pos__(self):
        return "pos"

    def __floordiv__(self, o):
        return Vec(*(a // o for a in self.v))

    def __rtruediv__(self, o):
        return Vec(*(o / a for a in self.v))

    def __and__(self, o):
        return "and"

    __or__ = __xor__ = __and__


a, b = Vec(1, 2), Vec(3, 4)
keep = a
print(a + b, a * b, a * 2, 3 * a, a == Vec(1, 2), a == 5, a != b, a @ 1, 1 @ a, a << 2, 2 >> a, ~a, +a, b // 2, 12 / b, a & b, a | b, a ^ b, list(a))
a += b
print(a, keep is a)
a *= 2
print(a, keep is a)
for action in ("a + 1", "1 + a", "a * 'x'", "a - b", "a += 1", "-a", "a < b", "a / 2", "a ** 2", "a[9]", "a @= 1; print(a)"):
    try:
        exec(action)
    except (TypeError, IndexError, AttributeError) as error:
        print(action, type(error).__name__, error)
