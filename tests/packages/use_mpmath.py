# mpmath: constants, functions, integrals, zeros, series, matrices, intervals and number recognition at chosen precision.
import mpmath
from mpmath import iv, mp, mpc, mpf

mp.dps = 40
print(mp.pi, mp.e, mp.euler, mp.catalan, mp.apery, sep="\n")
print(mpf("0.1") + mpf("0.2"), mpf(2) ** mpf("0.5"), mpc(1, 2) ** mpc("0.5", "-1"), repr(mpf(1) / 3))
print(mp.gamma("0.25"), mp.zeta(3), mp.zeta(mpc("0.5", 14)), mp.besselj(1, 2), mp.erf(mpf("1.5")), mp.lambertw(1), sep="\n")
print(mp.hyp2f1(1, mpf(1) / 3, 2, "0.25"), mp.airyai(-1), mp.ellipk("0.5"), mp.polylog(2, "0.5"), mp.legendre(5, "0.3"), sep="\n")
print(mp.quad(lambda x: mp.exp(-x * x), [-mp.inf, mp.inf]) ** 2, mp.diff(mp.sin, 1, 3), mp.findroot(lambda x: mp.cos(x) - x, 1), sep="\n")
print(mp.nsum(lambda n: 1 / n**2, [1, mp.inf]), mp.limit(lambda n: (1 + 1 / n) ** n, mp.inf), mp.zetazero(1), sep="\n")
mp.dps = 15
print(mp.taylor(mp.sin, 0, 5), mp.polyroots([1, -6, 11, -6]), mp.identify("0.9159655941772", ["catalan"]), mp.pslq([mp.pi, mp.atan(mpf(1) / 5), mp.atan(mpf(1) / 239)]))
matrix = mp.matrix([[4, 1, 2], [1, 3, 0], [2, 0, 5]])
print(matrix, mp.det(matrix), matrix**-1, mp.lu_solve(matrix, [1, 2, 3]), mp.eigsy(matrix, eigvals_only=True), mp.expm(matrix / 10), sep="\n")
iv.dps = 15
print(iv.mpf(1) / 3, iv.mpf([1, 2]) * iv.mpf([-1, 3]), iv.sin(iv.mpf([0, 2])))
print([int(mp.bernfrac(n)[0]) for n in range(0, 20, 2)], mp.primepi(1000), mp.stirling2(6, 3), mp.nstr(mp.mpf(1) / 7, 5), mp.nprint(mpc(1, 1) / 3, 4))
for wrong in lambda: mpf("one"), lambda: mp.findroot(lambda x: x * x + 1, 1), lambda: mp.matrix([[1, 2], [2, 4]]) ** -1, lambda: mp.gamma(0):
    try:
        print(wrong())
    except (ValueError, ZeroDivisionError) as error:
        print(type(error).__name__, str(error).splitlines()[0])
print(mpmath.fp.zeta(2), mpmath.workdps(5)(lambda: +mp.pi)(), mp.almosteq(mp.sqrt(2) ** 2, 2))
