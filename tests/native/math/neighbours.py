"""nextafter and ulp."""
import math

print(math.nextafter(1.0, 2.0), math.nextafter(1.0, 0.0), math.nextafter(0.0, 1.0), math.nextafter(0.0, -1.0))
print(math.nextafter(math.inf, 0), math.nextafter(1.0, 1.0), math.nextafter(math.nan, 1), math.nextafter(5e-324, -1))
print(math.nextafter(1.0, 2.0, steps=3), math.nextafter(1.0, 2.0, steps=0), math.nextafter(1.0, 2.0, steps=10**30))
print(math.nextafter(-1e-323, 1.0, steps=4), math.nextafter(-5e-324, 1.0))
for x in [1.0, -1.0, 0.0, 1e300, math.inf, 1.7976931348623157e308, 5e-324]:
    print(x, math.ulp(x))
for steps in (-1, 1.5):
    try:
        math.nextafter(1.0, 2.0, steps=steps)
    except Exception as error:
        print(type(error).__name__, error)
