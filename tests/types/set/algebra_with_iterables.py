# Methods of set take any iterables, operators only sets; results, in-place forms, several arguments, and types for subclasses.
class S(set):
    pass
class F(frozenset):
    pass
def show(action):
    try:
        result = action()
        if isinstance(result, (set, frozenset)):
            print(type(result).__name__, sorted(result, key=repr))
        else:
            print(result)
    except Exception as error:
        print(type(error).__name__, error)
a = {1, 2, 3, 4}
for name in ("union", "intersection", "difference", "symmetric_difference", "issubset", "issuperset", "isdisjoint"):
    for argument in ([3, 4, 4, 5], (1,), {3: 0, 9: 0}, range(2, 10), iter([4]), frozenset({1, 2, 3, 4}), "", F([2])):
        show(lambda: getattr(a, name)(argument))
    show(lambda: getattr(a, name)(5))
    show(lambda: getattr(a, name)([[]]))
    show(lambda: getattr(a, name)())
    show(lambda: getattr(a, name)([1], [2, 9]))
for operator in "|&-^":
    for left, right in (("a", "frozenset([4, 5])"), ("frozenset([4, 5])", "a"), ("S(a)", "a"), ("a", "S([4])"), ("F(a)", "S([4])"), ("a", "[4]"), ("[4]", "a"), ("a", "{4: 1}.keys()"), ("{4: 1}.keys()", "a")):
        show(lambda: eval(f"{left} {operator} {right}"))
for name in ("update", "intersection_update", "difference_update", "symmetric_difference_update"):
    for arguments in (([4, 5],), ([4], (1, 9)), (), (3,), ([[]],)):
        target = set(a)
        try:
            print(name, getattr(target, name)(*arguments), sorted(target))
        except TypeError as error:
            print(name, error, sorted(target))
f = frozenset(a)
f |= {9}
print(type(f).__name__, sorted(f), frozenset(f) is f, frozenset(F(f)) is f, type(F(f).copy()).__name__, f.copy() is f, set(f) == f, {1} == F([1]), hash(f) == hash(F(f)))
for op in ("<", "<=", ">", ">=", "=="):
    print(op, [eval(f"left {op} right") for left in ({1}, {1, 2}, frozenset()) for right in ({1, 2}, frozenset([2]), F([1]))])
show(lambda: {1} < [1, 2])
show(lambda: {1} == [1])
