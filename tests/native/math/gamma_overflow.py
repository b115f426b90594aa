# The gamma function leaves the range on both sides of its pole at zero.
import math

for x in 5e-324, -5e-324, 5.5e-309, -5.5e-309, 1e-308, -1e-308, 171.7, -170.5, -180.5, math.inf, 0.0, -1.0:
    try:
        print(x, math.gamma(x))
    except (OverflowError, ValueError) as error:
        print(x, type(error).__name__, error)
