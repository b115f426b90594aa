# statistics: averages, spreads, quantiles, regression, normal distributions.
import statistics as st
from fractions import Fraction
from statistics import NormalDist

data = [2.75, 1.75, 1.25, 0.25, 0.5, 1.25, 3.5]
print(st.mean(data), st.fmean(data), st.median(data), st.median_low([1, 3, 5, 7]), st.median_high([1, 3, 5, 7]), st.median([1, 3, 5, 7]), st.median_grouped([52, 52, 53, 54]), st.mode(data), st.multimode("aabbc"))
print(st.pstdev(data), st.stdev(data), st.pvariance(data), st.variance(data), st.variance([1, 2, 3, 4]), st.geometric_mean([54, 24, 36]), st.harmonic_mean([40, 60]), st.harmonic_mean([40, 60], weights=[5, 30]), st.fmean([85, 92], weights=[0.2, 0.3]))
print(st.mean([Fraction(1, 2), Fraction(1, 3)]), st.mean([1, 2, 4]), st.mean([True, False, True]), st.variance([Fraction(1, 6), Fraction(1, 2), Fraction(5, 3)]), st.mean([1e100, 1, -1e100]), st.stdev([1.5, 2.5, 4.0], xbar=2.6))
print(st.quantiles(data), st.quantiles(range(1, 100), n=10), st.quantiles([1, 2, 3], n=4, method="inclusive"))
x, y = [1, 2, 3, 4, 5, 6, 7, 8, 9], [1, 2, 3, 1, 2, 3, 1, 2, 3]
print(st.covariance(x, y), st.correlation(x, x), st.correlation(x, y), st.correlation(x, y, method="ranked"), st.linear_regression(x, [3 * i + 2 for i in x]), st.linear_regression([1, 2], [2, 4], proportional=True).slope)
n = NormalDist(100, 15)
print(n, n.mean, n.stdev, n.variance, n.cdf(115), round(n.pdf(100), 15), n.inv_cdf(0.975), n.zscore(130), n.quantiles(4), n.overlap(NormalDist(110, 15)))
print(n + 5, n * 2, n - NormalDist(50, 8), n == NormalDist(100, 15), NormalDist.from_samples([70.0, 80.0, 90.0]), NormalDist().samples(3, seed=1), -n, n / 4, hash(n) == hash(NormalDist(100, 15)))
for action in (lambda: st.mean([]), lambda: st.median([]), lambda: st.mode([]), lambda: st.stdev([1]), lambda: st.harmonic_mean([1, -1]), lambda: st.geometric_mean([0, 1]), lambda: st.mean(["a"]), lambda: NormalDist(0, -1), lambda: st.quantiles([1]), lambda: st.quantiles([1, 2], n=0), lambda: st.correlation([1], [1]), lambda: st.correlation([1, 1], [2, 3]), lambda: n.inv_cdf(1), lambda: st.fmean([]), lambda: st.pvariance([]), lambda: st.linear_regression([1, 1], [1, 2]), lambda: st.fmean([1], weights=[0])):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
