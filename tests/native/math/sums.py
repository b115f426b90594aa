"""fsum is exact, sumprod nearly, prod takes anything."""
import math
from fractions import Fraction

inf, nan = math.inf, math.nan
print(math.fsum([0.1] * 10), math.fsum([1e16, 1, -1e16]), math.fsum([1, 1e100, 1, -1e100]), math.fsum([]))
print(math.fsum([2**53, 1.0, 1e-30]), math.fsum([inf, 1]), math.fsum([nan]), math.fsum(range(5)))
print(math.sumprod([1, 2, 3], [4, 5, 6]), math.sumprod([0.1] * 10, [1] * 10), math.sumprod([], []))
print(math.sumprod([1e16, 1.0, -1e16], [1.0] * 3), math.sumprod([10**20, 1], [10**20, 1.5]), math.sumprod([True], [2.5]))
print(math.prod([1, 2, 3]), math.prod([]), math.prod([0.5, 4], start=3), math.prod([Fraction(1, 2), 3]), math.prod([2] * 70))
for call in [
    lambda: math.fsum([1e308, 1e308]),
    lambda: math.fsum([inf, -inf]),
    lambda: math.fsum(["a"]),
    lambda: math.sumprod([1], [1, 2]),
    lambda: math.sumprod([1], ["a", "b"]),
    lambda: math.prod(["a", "b"]),
    lambda: math.prod([1], 2),
]:
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
