# A rational number class with the whole set of arithmetic methods.
import math


class Q:
    __slots__ = ("n", "d")

    def __init__(self, n, d=1):
        if d == 0:
            raise ZeroDivisionError(f"Q({n}, 0)")
        g = math.gcd(n, d) * (1 if d > 0 else -1)
        self.n, self.d = n // g, d // g

    @staticmethod
    def of(x):
        return x if isinstance(x, Q) else Q(x) if isinstance(x, int) else NotImplemented

    def _binary(operation):
        def method(self, other):
            other = Q.of(other)
            return other if other is NotImplemented else operation(self, other)

        def reflected(self, other):
            other = Q.of(other)
            return other if other is NotImplemented else operation(other, self)

        return method, reflected

    __add__, __radd__ = _binary(lambda a, b: Q(a.n * b.d + b.n * a.d, a.d * b.d))
    __sub__, __rsub__ = _binary(lambda a, b: Q(a.n * b.d - b.n * a.d, a.d * b.d))
    __mul__, __rmul__ = _binary(lambda a, b: Q(a.n * b.n, a.d * b.d))
    __truediv__, __rtruediv__ = _binary(lambda a, b: Q(a.n * b.d, a.d * b.n))
    __lt__, __gt__ = _binary(lambda a, b: a.n * b.d < b.n * a.d)
    __eq__ = _binary(lambda a, b: (a.n, a.d) == (b.n, b.d))[0]

    def __hash__(self):
        return hash(self.n) if self.d == 1 else hash((self.n, self.d))

    def __pow__(self, k):
        return Q(self.n**k, self.d**k) if k >= 0 else Q(self.d**-k, self.n**-k)

    def __neg__(self):
        return Q(-self.n, self.d)

    def __abs__(self):
        return Q(abs(self.n), self.d)

    def __bool__(self):
        return self.n != 0

    def __float__(self):
        return self.n / self.d

    def __repr__(self):
        return f"{self.n}/{self.d}" if self.d != 1 else str(self.n)


a, b = Q(1, 2), Q(-3, 4)
print(a + b, a - b, a * b, a / b, 1 + a, 1 - a, 2 * b, 1 / b, a**3, b**-2, -b, abs(b))
print(a > b, a == Q(2, 4), a == 0.5, a != b, 1 > a, a < 1, bool(Q(0)), float(b), sorted([a, b, Q(1, 3)]), sum([a, b, a]), Q(4, 2) in {2})
for action in (lambda: Q(1, 0), lambda: a / 0, lambda: a + "x", lambda: a < "x"):
    try:
        print(action())
    except (ZeroDivisionError, TypeError) as error:
        print(type(error).__name__, error)
