"""The inverse of the normal distribution."""
from _statistics import _normal_dist_inv_cdf as inverse
from statistics import NormalDist

for p in [1e-300, 1e-20, 0.001, 0.07, 0.3, 0.5, 0.6, 0.925, 0.99999]:
    print(p, round(inverse(p, 0.0, 1.0), 12), round(inverse(p, 100, 15), 9))
print(NormalDist(10, 2).inv_cdf(0.5), [round(x, 9) for x in NormalDist().quantiles(4)])
for args in [(0, 0, 1), (1, 0, 1), (-0.5, 0, 1), ("a", 0, 1), (0.5,)]:
    try:
        print(inverse(*args))
    except Exception as error:
        print(type(error).__name__, error)
