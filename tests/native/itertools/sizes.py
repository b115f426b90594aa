# __sizeof__ of the combinatoric iterators grows with their pools: shown as what a longer one has more than an empty one.
import itertools
def size(make):
    return make().__sizeof__()
word = itertools.combinations("ab", 1).__sizeof__() - itertools.combinations("ab", 0).__sizeof__()
def words(make, base):
    return (size(make) - size(base)) // word
for n, r in [(0, 0), (3, 0), (3, 2), (5, 3), (7, 7), (4, 6)]:
    print(n, r,
          words(lambda: itertools.permutations(range(n), r), lambda: itertools.permutations((), 0)),
          words(lambda: itertools.combinations(range(n), r), lambda: itertools.combinations((), 0)),
          words(lambda: itertools.combinations_with_replacement(range(n), r),
                lambda: itertools.combinations_with_replacement((), 0)),
          words(lambda: itertools.product(*[range(n)] * r), lambda: itertools.product()))
p = itertools.permutations(range(4), 2)
before = p.__sizeof__()
next(p), next(p)
print(p.__sizeof__() == before, sum(1 for _ in p), p.__sizeof__() == before)
