"""repr of lists, recursive ones too."""

def error(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as problem:
        print(f"{type(problem).__name__}: {problem}")


print([], [1], ["a", None, 1.5], [[[]]])
items = [1]
items.append(items)
items.append({"self": items, "pair": (items,)})
print(items)
class Meddler:
    def __repr__(self):
        items.clear()
        return "Meddler"
items = [Meddler(), 1, 2]
print(items, items)
class Failing:
    def __repr__(self):
        raise ValueError("no repr")
items = [1, Failing()]
error(repr, items)
error(repr, items)
class Sub(list):
    pass
sub = Sub([1])
sub.append(sub)
print(sub)
