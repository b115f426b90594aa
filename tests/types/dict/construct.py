"""dict(): from mappings, pairs and keywords."""

def error(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as problem:
        print(f"{type(problem).__name__}: {problem}")


print(dict(), dict(a=1, b=2), dict([("a", 1), [2, 3], "xy"]), dict({1: 2}, c=3), dict([(1, 2)], **{"k": 1}))
class Mapping:
    def keys(self):
        return ["one", "two"]
    def __getitem__(self, key):
        return key.upper()
print(dict(Mapping()), {**Mapping()}, dict(Mapping(), two=2))
error(dict, 5)
error(dict, [1])
error(dict, [(1, 2, 3)])
error(dict, [(1,)])
error(dict, ["abc"])
error(dict, 1, 2)
error(dict, [([], 1)])
class BadKeys:
    keys = 5
error(dict, BadKeys())
class NoIterable:
    def keys(self):
        return 5
error(dict, NoIterable())
class Sub(dict):
    pass
sub = Sub(a=1)
sub.x = 5
print(sub, sub.__dict__, type(sub.copy()).__name__, type(sub | {}).__name__, Sub(sub) == sub)
