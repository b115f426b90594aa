# sympy: algebra, calculus, equations, matrices, series, printing, number theory, logic.
from sympy import (Eq, Function, I, Integral, Matrix, Rational, Symbol, apart, cos, diff, dsolve, exp, expand, factor, factorint, integrate, isprime, latex, limit,
                   log, nsolve, oo, pi, pprint, pretty, series, simplify, sin, solve, solveset, sqrt, srepr, summation, symbols, sympify, trigsimp, S)
from sympy.logic import simplify_logic

x, y, n = symbols("x y n")
print(expand((x + y) ** 5), factor(x**4 - 1), simplify((x**2 - 1) / (x - 1)), apart(1 / (x**2 - 1)))
print(diff(sin(x) * exp(x), x), integrate(x**2 * cos(x), x), integrate(exp(-x**2), (x, -oo, oo)), limit(sin(x) / x, x, 0))
print(solve(x**2 - 2, x), solve([x + y - 3, x - y - 1], [x, y]), solveset(x**2 + 1, x), nsolve(cos(x) - x, 1))
print(series(log(1 + x), x, 0, 5), summation(1 / n**2, (n, 1, oo)), summation(n, (n, 1, x)))
matrix = Matrix([[2, 1], [1, 3]])
print(matrix.det(), matrix.inv(), matrix.eigenvals(), matrix**3, matrix.rref(), Matrix([[x, 1], [0, x]]).exp())
f = Function("f")
print(dsolve(Eq(f(x).diff(x, 2) + f(x), 0), f(x)), Rational(3, 4) + Rational(1, 6), sqrt(50), (1 + I) ** 4)
print(pi.evalf(50), sqrt(2).evalf(30), factorint(2**31 + 1), isprime(2**61 - 1), trigsimp(sin(x)**2 + cos(x)**2))
print(latex(Integral(sqrt(x) / y, (x, 0, 1))), srepr(x + 1), sympify("2*x + sin(y)/3"))
pprint(Integral(x**2 / (1 + y), x))
print(pretty(matrix, use_unicode=False), simplify_logic("(a & b) | (a & ~b)"), S(1) / 3, Symbol("k", positive=True).is_real)
try:
    sympify("2 +* x")
except Exception as error:
    print(type(error).__name__)
