"""count, cycle, repeat, islice, accumulate, batched, pairwise."""

def error(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as problem:
        print(f"{type(problem).__name__}: {problem}")


from itertools import accumulate, batched, count, cycle, islice, pairwise, repeat
print(count(1, 2), count(5), count(0.5), list(islice(count(10, -3), 4)), list(islice(count(2**53 - 1), 3)), list(islice(count(1, 0.5), 3)))
print(repeat(1), repeat("a", 2), list(repeat(0, 3)), repeat(1, -1), repeat(1, 3).__length_hint__(), list(islice(cycle("ab"), 5)), list(cycle([])))
for call in (lambda: count("a"), lambda: count(1, 2, 3), lambda: cycle(), lambda: cycle(5), lambda: repeat(), lambda: repeat(1, "a"), lambda: repeat(1).__length_hint__()):
    error(call)
print(list(islice("abcdef", 2)), list(islice("abcdef", 2, None)), list(islice("abcdef", 1, 5, 2)), list(islice("abc", None)), list(islice("abc", 5, 9)))
source = iter(range(10))
print(list(islice(source, 1, 4, 2)), next(source))
for args in (([1],), ([1], -1), ([1], "a"), ([1], 1, -2), ([1], 1, 2, 0), ([1], 1, 2, 3, 4), (5, 1)):
    error(islice, *args)
print(list(accumulate([1, 2, 3])), list(accumulate([1, 2, 3], initial=10)), list(accumulate("abc", lambda a, b: b + a)), list(accumulate([])))
print(list(batched("abcde", 2)), list(pairwise("abc")), list(pairwise("a")))
for call in (lambda: batched("a", 0), lambda: batched("a"), lambda: accumulate(5), lambda: pairwise(5), lambda: batched("a", "x")):
    error(call)
