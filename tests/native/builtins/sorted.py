"""sorted: arguments and results."""

def error(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as problem:
        print(f"{type(problem).__name__}: {problem}")


print(sorted([3, 1, 2]), sorted("bca"), sorted({3: 1, 1: 2}), sorted([3, 1], reverse=True), sorted(["b", "A"], key=str.lower))
print(sorted([(1, "b"), (1, "a"), (0, "c")]), sorted([True, 0, 0.5]), sorted([1, 2, 3], key=lambda x: -x), sorted([], key=5))
original = [3, 1]
print(sorted(original) is original, original)
for call in (lambda: sorted(), lambda: sorted([1], 2), lambda: sorted(5), lambda: sorted([1, "a"]), lambda: sorted([1, 2], key=5),
             lambda: sorted([None, 1]), lambda: sorted([1j, 2j])):
    error(call)
class Backwards:
    def __init__(self, value):
        self.value = value
    def __gt__(self, other):
        return self.value < other.value
print([each.value for each in sorted([Backwards(1), Backwards(3), Backwards(2)])])
