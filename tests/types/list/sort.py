"""sort: key, reverse, stability, and lists that are touched meanwhile."""

def error(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as problem:
        print(f"{type(problem).__name__}: {problem}")


words = "the Quick brown fox Jumps over the lazy dog".split()
print(sorted(words), sorted(words, key=str.lower), sorted(words, key=len), sorted(words, key=len, reverse=True))
pairs = [(i % 3, i) for i in range(12)]
pairs.sort(key=lambda pair: pair[0], reverse=True)
print(pairs)
numbers = [3.5, 2, True, 10**20, -10**20, 0.0, -1]
numbers.sort()
print(numbers)
error([1, "a"].sort)
error([1].sort, 1)
error([1].sort, foo=1)
error([{}, {}].sort)
items = [3, 1, 2]
def peek(x):
    print(items)
    return x
items.sort(key=peek)
print(items)
def meddle(x):
    items.append(x)
    return x
error(items.sort, key=meddle)
print(items)
def failing(x):
    raise KeyError(x)
error(items.sort, key=failing)
print(items)
