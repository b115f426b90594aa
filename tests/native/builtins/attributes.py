"""getattr, setattr, delattr, hasattr, vars, dir."""

def error(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as problem:
        print(f"{type(problem).__name__}: {problem}")


class Thing:
    x = 1
    def __getattr__(self, name):
        if name == "odd":
            raise ValueError("odd")
        if name.startswith("made"):
            return name.upper()
        raise AttributeError(f"no {name}")
thing = Thing()
print(getattr(thing, "x"), getattr(thing, "made_up"), getattr(thing, "zz", None), hasattr(thing, "x"), hasattr(thing, "zz"))
error(getattr, thing, "zz")
error(getattr, thing, "odd", 1)
error(hasattr, thing, "odd")
for function in (getattr, hasattr, delattr):
    error(function, thing, 5)
setattr(thing, "y", 2)
print(vars(thing), thing.y)
delattr(thing, "y")
error(delattr, thing, "y")
error(setattr, thing, 5, 1)
error(setattr, 5, "x", 1)
error(vars, 5)
error(getattr, thing)
class Listed:
    def __dir__(self):
        return ["b", "a"]
class Wrong:
    def __dir__(self):
        return 5
print(dir(Listed()), [name for name in dir(thing) if not name.startswith("__")], "append" in dir(list))
error(dir, Wrong())
def local():
    b = a = 1
    return dir(), sorted(vars())
print(local())
