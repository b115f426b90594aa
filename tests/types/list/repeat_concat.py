"""+ and * of lists, in place too."""

def error(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as problem:
        print(f"{type(problem).__name__}: {problem}")


print([1] + [2], [1, 2] * 3, 2 * [0], [1] * 0, [1] * -5, [[]] * 2, [1] * True)
shared = [[]] * 3
shared[0].append(1)
print(shared)
error(lambda: [1] + (2,))
error(lambda: (2,) + [1])
error(lambda: [1] * 1.5)
error(lambda: [1] * "a")
error(lambda: [1] * [2])
error([1].__add__, 5)
error([1].__mul__, "a")
items = alias = [1]
items *= 3
items += [2]
print(items, alias is items)
items *= -1
print(items)
class Radd:
    def __radd__(self, other):
        return ("radd", other)
    def __rmul__(self, other):
        return ("rmul", other)
print([1] + Radd(), [1] * Radd())
