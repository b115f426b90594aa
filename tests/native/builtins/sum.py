"""sum: ints, floats with compensation, anything that adds."""

def error(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as problem:
        print(f"{type(problem).__name__}: {problem}")


print(sum([]), sum([1, 2]), sum([True, True]), sum([10**20, 1]), sum([1, 2], 10), sum([1], start=2.5), sum([[1], [2]], []))
print(sum([0.1] * 10), sum([1e100, 1.0, -1e100]), sum([1.5, 2, True]), sum([1, 2.5, 10**30]), sum([1e308, 1e308]), sum([2**60, 0.5]))
print(sum([float("inf"), 1.0]), sum([-0.0]), sum([-0.0, -0.0], -0.0), sum([1j, 2]))
for call in (lambda: sum(["a"], ""), lambda: sum([b"a"], b""), lambda: sum([], bytearray()), lambda: sum(["a"]), lambda: sum(5), lambda: sum([1], "x"),
             lambda: sum(), lambda: sum([1], 2, 3), lambda: sum([[1]])):
    error(call)
class Adds:
    def __radd__(self, other):
        return f"radd {other}"
print(sum([Adds()]))
