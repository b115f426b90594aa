"""Values that every good library agrees on."""
import math

print(math.log2(8), math.log2(2**1000), math.log10(1000), math.log(10**400), math.exp(0), math.log(1))
print(math.log(math.e), math.sin(0), math.cos(0), math.atan2(1, 1), math.atan2(0, -1), math.degrees(math.pi))
print(math.radians(180), math.hypot(3, 4), math.hypot(), math.hypot(1e200, 1e200), math.hypot(math.inf, math.nan))
print(math.dist((1, 2), (4, 6)), math.dist([0] * 4, [1] * 4), math.remainder(7, 4), math.remainder(6, 4), math.remainder(-7, 4))
print(math.fmod(-7, 3), math.fmod(7, -3), math.copysign(2, -0.0), math.fabs(-3), math.gamma(5), math.lgamma(1))
print(math.erf(0), math.erfc(0), math.cbrt(27), math.exp2(10), math.pow(2, 0.5) == math.sqrt(2), math.pi, math.e, math.tau)
print(math.isclose(1, 1 + 1e-10), math.isclose(1, 1.1), math.isclose(0, 1e-10), math.isclose(0, 1e-10, abs_tol=1e-9))
print(math.isfinite(1e308), math.isinf(-math.inf), math.isnan(math.nan), math.isfinite(10**300))
for call in [lambda: math.dist((1,), (1, 2)), lambda: math.isclose(1, 2, rel_tol=-1), lambda: math.isclose(1), lambda: math.hypot("a")]:
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
