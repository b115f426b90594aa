"""zip, strict and not."""

def error(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as problem:
        print(f"{type(problem).__name__}: {problem}")


print(list(zip()), list(zip("ab")), list(zip("abc", [1, 2])), list(zip(*[(1, 2), (3, 4)])))
for args in (([1], []), ([], [1]), ([1], [1], []), ([], [], [1]), ([1], [2])):
    error(lambda: list(zip(*args, strict=True)))
error(zip, 5)
error(zip, [], 5)
error(zip, [], foo=1)
iterator = iter([1, 2, 3])
print(list(zip(iterator, iterator)), list(zip([1, 2], iter([9]))))
pairs = zip("ab", "cd", strict=True)
print(pairs.__reduce__()[2], next(pairs))
pairs.__setstate__(False)
print(list(pairs), len(zip("a").__reduce__()))
