# itertools: each iterator, the recipes.
import operator
from itertools import *

print(list(islice(count(10, 3), 4)), list(islice(cycle("ab"), 5)), list(repeat(7, 3)), list(islice(count(0.5, 0.25), 3)), count(5), repeat("x", 2))
print(list(accumulate([1, 2, 3, 4])), list(accumulate([3, 1, 5], max)), list(accumulate([1, 2], operator.mul, initial=10)))
print(list(batched("abcdefg", 3)), list(chain([1], "ab", (2,))), list(chain.from_iterable(["ab", "cd"])))
print(list(compress("abcdef", [1, 0, 1, 0, 1])), list(dropwhile(lambda x: x < 3, [1, 3, 2, 5])), list(takewhile(lambda x: x < 3, [1, 2, 3, 1])), list(filterfalse(lambda x: x % 2, range(6))), list(filterfalse(None, [0, 1, ""])))
print([(k, list(g)) for k, g in groupby("AAAABBBCCDAA")], [(k, len(list(g))) for k, g in groupby(sorted(["aa", "b", "cc", "d"], key=len), key=len)])
print(list(islice("abcdefg", 2)), list(islice("abcdefg", 2, 4)), list(islice("abcdefg", 2, None)), list(islice("abcdefg", 0, None, 2)))
print(list(pairwise("abcd")), list(starmap(pow, [(2, 5), (3, 2)])), list(zip_longest("ab", "wxyz", fillvalue="-")))
a, b, c = tee([1, 2, 3], 3)
print(next(a), list(b), list(a), list(c))
print(list(product("ab", [1, 2])), list(product([0, 1], repeat=3)), list(product()))
print(list(permutations("abc", 2)), len(list(permutations(range(5)))), list(combinations("abcd", 2)), list(combinations_with_replacement("abc", 2)), list(combinations("ab", 3)))
for action in (lambda: islice([], -1), lambda: count("a"), lambda: list(batched("abc", 0)), lambda: permutations([1], -1), lambda: next(iter(combinations([1], 2))), lambda: list(repeat()), lambda: list(zip_longest(1)), lambda: islice([1], 0, 1, 0), lambda: next(cycle([])), lambda: tee([], -1)):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


def take(n, iterable):
    return list(islice(iterable, n))


def sieve(n):
    data = bytearray((0, 1)) * (n // 2)
    data[:3] = 0, 0, 0
    for p in compress(range(int(n**0.5) + 1), data):
        data[p * p : n : p + p] = bytes(len(range(p * p, n, p + p)))
    data[2] = 1
    return compress(range(n), data)


def roundrobin(*iterables):
    iterators = map(iter, iterables)
    for active in range(len(iterables), 0, -1):
        iterators = cycle(islice(iterators, active))
        yield from map(next, iterators)


def powerset(items):
    items = list(items)
    return chain.from_iterable(combinations(items, r) for r in range(len(items) + 1))


def unique_everseen(iterable):
    seen = set()
    for element in filterfalse(seen.__contains__, iterable):
        seen.add(element)
        yield element


def sliding_window(iterable, n):
    iterators = tee(iterable, n)
    for i, iterator in enumerate(iterators):
        next(islice(iterator, i, i), None)
    return zip(*iterators)


def partition(predicate, iterable):
    t1, t2 = tee(iterable)
    return list(filterfalse(predicate, t1)), list(filter(predicate, t2))


def polynomial_from_roots(roots):
    expansion = [1]
    for r in roots:
        expansion = list(map(lambda x, y: x - r * y, chain(expansion, (0,)), chain((0,), expansion)))
    return expansion


print(take(5, count()), list(sieve(50)), "".join(roundrobin("ABC", "D", "EF")), list(powerset([1, 2, 3])), "".join(unique_everseen("AAAABBBCCDAABBB")))
print(list(sliding_window("ABCDE", 3)), partition(lambda x: x % 2, range(8)), polynomial_from_roots([5, -4, 3]))
groups = groupby([1, 1, 2])
first = next(groups)
second = next(groups)
print(list(first[1]), list(second[1]))


class Countdown:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n == 0:
            raise StopIteration
        self.n -= 1
        return self.n


print(list(chain(Countdown(3), Countdown(2))), list(zip_longest(Countdown(3), Countdown(1))), list(accumulate(Countdown(4))), sum(compress(Countdown(4), cycle([1, 0]))))
it = iter([1, 2, 3, 4, 5])
print(list(islice(it, 2)), list(it), operator.length_hint(repeat(1, 5)), operator.length_hint(islice([1], 1), -1))
