# Docstrings of properties: given, taken from the getter, copied by setter(), and in subclasses with and without room.
class P(property):
    """Doc of P."""
class WithSlots(property):
    __slots__ = ()
class WithDocSlot(property):
    __slots__ = ("__doc__",)
def getter(self):
    "doc of getter"
def bare(self):
    pass
def show(what, action):
    try:
        print(what, repr(action()))
    except Exception as error:
        print(what, type(error).__name__, error)
for cls in (property, P, WithSlots, WithDocSlot):
    name = cls.__name__
    show(f"{name} getter", lambda: cls(getter).__doc__)
    show(f"{name} bare", lambda: cls(bare).__doc__)
    show(f"{name} given", lambda: cls(getter, doc="given").__doc__)
    show(f"{name} bare given", lambda: cls(bare, doc="given").__doc__)
    show(f"{name} None given", lambda: cls(getter, None, None, None).__doc__)
    show(f"{name} setter", lambda: cls(getter).setter(bare).__doc__)
    show(f"{name} getter()", lambda: cls(getter).getter(bare).__doc__)
    show(f"{name} given getter()", lambda: cls(bare, doc="given").getter(getter).__doc__)
p = property(getter)
p.__doc__ = "changed"
print(p.__doc__, property(bare).__doc__, p.setter(bare).__doc__)
q = P(getter)
q.__doc__ = 3
print(q.__doc__, q.__dict__)
class C:
    @property
    def area(self):
        "The area."
    @area.setter
    def area(self, value):
        "Not this one."
print(C.area.__doc__)
