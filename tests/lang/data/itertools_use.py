# itertools and functools in small doses.
import functools
import itertools as it
import operator

print(list(it.chain("ab", [1])), list(it.chain.from_iterable([[1], [2, 3]])), list(it.islice(it.count(5, 2), 3)), list(it.islice(it.cycle("ab"), 5)))
print(list(it.accumulate([1, 2, 3])), list(it.accumulate([3, 1, 2], max)), list(it.accumulate([1, 2], initial=10)), list(it.repeat("x", 2)))
print(list(it.permutations("abc", 2))[:4], list(it.combinations("abcd", 2))[:3], list(it.combinations_with_replacement("ab", 2)), list(it.product("ab", [1, 2])), len(list(it.product(range(2), repeat=3))))
print([(k, list(g)) for k, g in it.groupby("aabbbc")], [(k, len(list(g))) for k, g in it.groupby(sorted("banana"))])
print(list(it.takewhile(lambda x: x < 3, range(9))), list(it.dropwhile(lambda x: x < 7, range(9))), list(it.filterfalse(lambda x: x % 2, range(5))), list(it.compress("abcd", [1, 0, 1, 0])))
print(list(it.starmap(pow, [(2, 3), (3, 2)])), list(it.zip_longest("ab", "x", fillvalue="-")), list(it.pairwise("abcd")), list(it.batched("abcde", 2)))
print(functools.reduce(operator.mul, range(1, 6)), functools.reduce(operator.add, [], "init"), functools.partial(int, base=2)("101"), functools.partial(print, "p", sep="-").keywords)
print(sorted([3, 1, 2], key=functools.cmp_to_key(lambda a, b: b - a)), operator.itemgetter(1, 0)("ab"), operator.attrgetter("real")(5), operator.methodcaller("upper")("x"))


@functools.singledispatch
def kind(x):
    return "object"


@kind.register
def _(x: int):
    return "int"


@kind.register(list)
def _(x):
    return "list of " + ", ".join(map(kind, x))


print(kind("s"), kind(5), kind([1, "a", [2]]), kind(True))


class Lazy:
    @functools.cached_property
    def value(self):
        print("computed")
        return 42


lazy = Lazy()
print(lazy.value, lazy.value, vars(lazy))
