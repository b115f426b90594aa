"""Values, to nine places."""
import cmath


def show(z):
    return complex(round(z.real, 9) + 0.0, round(z.imag, 9) + 0.0)


names = "acos acosh asin asinh atan atanh cos cosh exp log log10 sin sinh sqrt tan tanh".split()
for z in (1 + 2j, -0.5 + 0.25j, 3, -2j, 0.001 - 4j):
    print(z, {name: show(getattr(cmath, name)(z)) for name in names})
print([round(x, 9) for x in cmath.polar(3 + 4j)], show(cmath.rect(2, 1)), round(cmath.phase(-1), 9), show(cmath.log(8, 2)))
print(cmath.isclose(1, 1 + 1e-10j), cmath.isclose(1, 1 + 1j), cmath.isfinite(1j), cmath.isinf(complex("inf")), cmath.isnan(complex("nanj")))
for call in [
    lambda: cmath.log(0), lambda: cmath.exp(1000), lambda: cmath.sqrt("a"), lambda: cmath.atanh(1), lambda: cmath.log(1, 1),
    lambda: cmath.isclose(1, 2, rel_tol=-1), lambda: cmath.cosh(10**400),
]:
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
