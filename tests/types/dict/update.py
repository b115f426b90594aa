"""update, |, |=, fromkeys, copy."""

def error(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as problem:
        print(f"{type(problem).__name__}: {problem}")


table = {"a": 1}
table.update({"b": 2}, c=3)
table.update([("d", 4)])
table.update()
table.update(table)
print(table)
error(table.update, 5)
error(table.update, 1, 2)
error(table.update, [(1,)])
print(table | {"a": 9, "z": 0}, {"a": 9, "z": 0} | table)
error(lambda: table | [("e", 5)])
table |= [("e", 5)]
print(table)
error(table.__or__, 5)
print(dict.fromkeys("aab"), dict.fromkeys([1, 2], []), dict.fromkeys({}, 5))
error(dict.fromkeys)
error(dict.fromkeys, 5)
class Sub(dict):
    def __setitem__(self, key, value):
        super().__setitem__(key, value * 2)
print(Sub.fromkeys("ab", 1), Sub(a=1), type(Sub.fromkeys("a", 0)).__name__)
copied = table.copy()
copied["new"] = 1
print("new" in table, {**table, "k": 1, **{"k": 2}})
