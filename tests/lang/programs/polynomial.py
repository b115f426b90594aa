# Polynomials: arithmetic, evaluation, derivative, division and printing.
class Poly:
    def __init__(self, *coefficients):
        c = list(coefficients)
        while c and c[-1] == 0:
            c.pop()
        self.c = c

    def __call__(self, x):
        result = 0
        for a in reversed(self.c):
            result = result * x + a
        return result

    def __add__(self, other):
        n = max(len(self.c), len(other.c))
        pad = lambda c: c + [0] * (n - len(c))  # noqa: E731
        return Poly(*map(sum, zip(pad(self.c), pad(other.c))))

    def __neg__(self):
        return Poly(*(-a for a in self.c))

    def __sub__(self, other):
        return self + -other

    def __mul__(self, other):
        if isinstance(other, (int, float)):
            return Poly(*(a * other for a in self.c))
        result = [0] * (len(self.c) + len(other.c))
        for i, a in enumerate(self.c):
            for j, b in enumerate(other.c):
                result[i + j] += a * b
        return Poly(*result)

    __rmul__ = __mul__

    def __divmod__(self, other):
        quotient, rest = [0] * max(len(self.c), 1), self.c[:]
        while len(rest) >= len(other.c):
            shift = len(rest) - len(other.c)
            factor = quotient[shift] = rest[-1] // other.c[-1]
            rest = (Poly(*rest) - Poly(*([0] * shift), factor) * other).c
        return Poly(*quotient), Poly(*rest)

    def derivative(self):
        return Poly(*(i * a for i, a in enumerate(self.c) if i))

    def __str__(self):
        terms = []
        for i, a in reversed(list(enumerate(self.c))):
            if a:
                power = "" if i == 0 else "x" if i == 1 else f"x^{i}"
                terms.append(f"{a if a != 1 or not i else ''}{power}")
        return " + ".join(terms).replace("+ -", "- ") or "0"


p, q = Poly(-1, 0, 1), Poly(1, 1)
print(p, "|", q, "|", p + q, "|", p * q, "|", p - p, "|", 3 * q)
print(p(3), q(10), p.derivative(), *divmod(p, q), sep=" | ")
print([Poly(0, 0, 1)(x) for x in range(4)], (q * q * q).c)
