# Lazy builtins: map, filter, zip, enumerate, reversed, and their edges.
calls = []


def note(x):
    calls.append(x)
    return x * 2


m = map(note, [1, 2, 3])
print(calls, next(m), calls, list(m), calls)
print(list(map(lambda *a: a, "abc", [1, 2], range(5))), list(filter(str.isalpha, "a1b2")))
z = zip(range(3), "ab", strict=False)
print(list(z), list(zip()), list(zip(*[(1, 2), (3, 4)])))
for values in (([1, 2], [1]), ([1], [1, 2])):
    try:
        print(list(zip(*values, strict=True)))
    except ValueError as error:
        print(error)
e = enumerate(["a"], start=-1)
print(next(e), next(e, "end"), list(reversed(range(3))), "".join(reversed("abc")))
for action in (lambda: map(), lambda: map(None), lambda: list(map(None, [1])), lambda: reversed({1}), lambda: zip(5), lambda: enumerate()):
    try:
        print(action())
    except TypeError as error:
        print(error)


class Seq:
    def __len__(self):
        return 3

    def __getitem__(self, i):
        return i * 10


print(list(reversed(Seq())), type(iter(Seq())).__name__, type(m).__name__, type(reversed([])).__name__)
