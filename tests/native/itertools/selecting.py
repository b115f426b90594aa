"""chain, compress, dropwhile, takewhile, filterfalse, starmap, groupby, tee, zip_longest."""

def error(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as problem:
        print(f"{type(problem).__name__}: {problem}")


from itertools import chain, compress, dropwhile, filterfalse, groupby, starmap, takewhile, tee, zip_longest
print(list(chain("ab", [1])), list(chain()), list(chain.from_iterable(["ab", "c"])), chain[int])
error(lambda: list(chain([1], 5)))
error(chain, x=1)
print(list(compress("abcd", [1, 0, 1])), list(dropwhile(lambda x: x < 3, [1, 3, 2])), list(takewhile(lambda x: x < 3, [1, 3, 2])))
print(list(filterfalse(None, [0, 1, ""])), list(filterfalse(lambda x: x % 2, range(5))), list(starmap(pow, [(2, 3), (3, 2)])))
error(lambda: list(starmap(pow, [2])))
print([(key, list(group)) for key, group in groupby("aabbba")], [(key, list(group)) for key, group in groupby([1, 3, 2, 4], key=lambda x: x % 2)])
groups = groupby("aab")
key, first = next(groups)
key2, second = next(groups)
print(key, list(first), key2, list(second))
a, b, c = tee(iter(range(200)), 3)
print(sum(a), next(b), sum(c), sum(b), tee([1], 0), len(tee([1])))
import copy
a, b = tee("xyz")
next(a)
print(list(copy.copy(a)), list(a), list(b))
error(tee, [1], -1)
error(tee, 5)
print(list(zip_longest("ab", "c")), list(zip_longest("ab", "c", fillvalue=0)), list(zip_longest()))
error(zip_longest, [1], x=1)
error(zip_longest, 5)
