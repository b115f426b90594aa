"""types.SimpleNamespace."""

def error(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as problem:
        print(f"{type(problem).__name__}: {problem}")


from types import SimpleNamespace
space = SimpleNamespace(a=1, b="x")
space.c = [space]
print(space, space.a, space.__dict__.keys(), SimpleNamespace())
print(SimpleNamespace(a=1) == SimpleNamespace(a=1), SimpleNamespace(a=1) != SimpleNamespace(a=2), SimpleNamespace() == 5)
error(SimpleNamespace, 1)
error(lambda: space.missing)
error(lambda: space < space)
error(hash, space)
del space.a
print(vars(space).keys(), SimpleNamespace(z=1).__reduce__())
class Sub(SimpleNamespace):
    pass
print(Sub(q=1), Sub(q=1) == SimpleNamespace(q=1))
setattr(space, "not an identifier", 1)
print(list(vars(space)))
