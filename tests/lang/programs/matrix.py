# A matrix class with operators, exact determinants and pretty printing.
from fractions import Fraction


class Matrix:
    def __init__(self, rows):
        self.rows = [list(map(Fraction, row)) for row in rows]

    @classmethod
    def identity(cls, n):
        return cls([[int(i == j) for j in range(n)] for i in range(n)])

    def __matmul__(self, other):
        return Matrix([[sum(a * b for a, b in zip(row, column)) for column in zip(*other.rows)] for row in self.rows])

    def __add__(self, other):
        return Matrix([[a + b for a, b in zip(*pair)] for pair in zip(self.rows, other.rows)])

    def __pow__(self, n):
        result = Matrix.identity(len(self.rows))
        for _ in range(n):
            result @= self
        return result

    def __str__(self):
        return "\n".join(" ".join(f"{str(x):>5}" for x in row) for row in self.rows)

    def determinant(self):
        rows, sign, result = [row[:] for row in self.rows], 1, Fraction(1)
        for i in range(len(rows)):
            pivot = next((r for r in range(i, len(rows)) if rows[r][i]), None)
            if pivot is None:
                return Fraction(0)
            if pivot != i:
                rows[i], rows[pivot], sign = rows[pivot], rows[i], -sign
            result *= rows[i][i]
            for r in range(i + 1, len(rows)):
                factor = rows[r][i] / rows[i][i]
                rows[r] = [a - factor * b for a, b in zip(rows[r], rows[i])]
        return sign * result


m = Matrix([[1, 2], [3, 4]])
print(m @ m, m + m, m**5, sep="\n--\n")
print(m.determinant(), Matrix([["1/2", "1/3"], [2, 5]]).determinant(), Matrix([[0, 1], [1, 0]]).determinant())
