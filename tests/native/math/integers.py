"""factorial, comb, perm, isqrt, gcd, lcm."""
import math

print([math.factorial(n) for n in range(12)], math.factorial(40))
print([[math.comb(n, k) for k in range(n + 1)] for n in range(6)], math.comb(100, 50), math.comb(10**20, 3))
print([math.perm(6, k) for k in range(8)], math.perm(5), math.perm(5, None))
print([math.isqrt(n) for n in (0, 1, 2, 3, 4, 99, 100, 10**30, 10**30 - 1, 2**130)])
print(math.gcd(), math.gcd(12, -18), math.gcd(0, 0), math.gcd(2**80, 6**40, 2**60), math.gcd(True, 7))
print(math.lcm(), math.lcm(4, 6, 10), math.lcm(0, 5), math.lcm(-4, 6))
for function, args in [
    (math.factorial, (-1,)),
    (math.factorial, (2.0,)),
    (math.comb, (-1, 2)),
    (math.comb, (2, -1)),
    (math.comb, (2.0, 1)),
    (math.perm, (2, -1)),
    (math.isqrt, (-1,)),
    (math.isqrt, (4.0,)),
    (math.gcd, (1.5,)),
]:
    try:
        print(function(*args))
    except Exception as error:
        print(function.__name__, args, type(error).__name__, error)
