"""floor, ceil, trunc, modf, frexp, ldexp."""
import math

for x in [0.0, -0.0, 2.5, -2.5, 1e20, -1e20, 0.1, 5e-324, 123456.789]:
    print(x, math.floor(x), math.ceil(x), math.trunc(x), math.modf(x), math.frexp(x), math.ldexp(*math.frexp(x)) == x)
for function in (math.floor, math.ceil, math.trunc):
    for bad in (float("inf"), float("nan"), "a"):
        try:
            print(function(bad))
        except Exception as error:
            print(type(error).__name__, error)


class Number:
    def __floor__(self):
        return "floor"

    def __ceil__(self):
        return "ceil"

    def __trunc__(self):
        return "trunc"


print(math.floor(Number()), math.ceil(Number()), math.trunc(Number()))
print(math.ldexp(1.0, -1074), math.ldexp(3, 2), math.ldexp(0.0, 10**40), math.ldexp(1.0, -(10**40)))
for args in [(1.0, 1024), (1.0, 2.0), (1.0, 10**40)]:
    try:
        print(math.ldexp(*args))
    except Exception as error:
        print(type(error).__name__, error)
