# Stars in calls and displays.
def f(*args, **kwargs):
    return args, kwargs


print(f(*[1, 2], 3, *(4,), *"ab", x=1, **{"y": 2}, **{}))
print([*range(3), 9, *"ab"], (*[1], *()), {*[1, 1], 2} == {1, 2}, {**{"a": 1}, "b": 2, **{"a": 3}})
print(*[1, 2, 3], sep="-")
print(f(*(i for i in range(2)), **dict(k=1)))
t = 1, *[2, 3]
print(t)


def g():
    return 1, *(2, 3)


def h():
    yield 4, *(5,)


print(g(), list(h()))
for x in *[1], *"z":
    print(x)
d = {"a": 1}
print({**d, "a": 2}, {"a": 2, **d}, dict(d, a=5, b=6))
for action in ("f(*1)", "f(**1)", "f(**{1: 2})", "f(a=1, **{'a': 2})", "[*1]", "{**1}"):
    try:
        eval(action)
    except TypeError as error:
        print(error)


class Mapping:
    def keys(self):
        return ["k1", "k2"]

    def __getitem__(self, key):
        return key.upper()


print(f(**Mapping()), {**Mapping()})
