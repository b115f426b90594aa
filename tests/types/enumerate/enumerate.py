"""enumerate."""

def error(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as problem:
        print(f"{type(problem).__name__}: {problem}")


print(list(enumerate("ab")), list(enumerate("ab", 5)), list(enumerate(iterable="a", start=-1)), next(enumerate([1], 10**20)))
counting = enumerate("abc", 2**53 - 1)
print(list(counting))
error(enumerate)
error(enumerate, 5)
error(enumerate, [], "a")
error(enumerate, [], 1, 2)
error(enumerate, [], foo=1)
error(enumerate, start=1)
print(enumerate([1, 2]).__reduce__()[1][1], enumerate[int], type(enumerate([])))
class Sub(enumerate):
    pass
print(list(Sub("a")), type(Sub("a")).__name__)
