"""map and filter."""

def error(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as problem:
        print(f"{type(problem).__name__}: {problem}")


print(list(map(str, [1, 2])), list(map(lambda a, b: a + b, [1, 2], [3, 4, 5])), list(map(max, "ab", "ba", "cc")))
error(map)
error(map, 1)
error(map, 1, 2)
error(map, int, [1], a=1)
error(lambda: list(map(5, [1])))
error(lambda: list(map(int, ["x"])))
print(list(filter(None, [0, 1, "", "a"])), list(filter(lambda x: x > 1, [1, 2, 3])), list(filter(bool, [0, 2])))
error(filter, 1)
error(filter, None, 5)
error(filter, None, [], a=1)
def stops(x):
    if x == 2:
        raise StopIteration
    return x
print(list(map(stops, [1, 2, 3])))
mapped = map(str, [1, 2, 3])
print(next(mapped), list(mapped), list(mapped), mapped.__reduce__()[0], filter(None, [1]).__reduce__()[1][0])
class Squares(map):
    def __new__(cls, items):
        return super().__new__(cls, lambda x: x * x, items)
print(list(Squares([1, 2, 3])))
