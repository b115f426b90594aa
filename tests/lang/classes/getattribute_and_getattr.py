# __getattribute__ and __getattr__ together: who is asked when, what raises through, what implicit lookups skip.
log = []
class Both:
    present = "class value"
    @property
    def broken(self):
        raise AttributeError("inside the property")
    @property
    def failing(self):
        raise ValueError("not an attribute error")
    def __getattribute__(self, name):
        log.append(f"getattribute {name}")
        return super().__getattribute__(name)
    def __getattr__(self, name):
        log.append(f"getattr {name}")
        if name.startswith("no"):
            raise AttributeError(f"really no {name}")
        return f"made {name}"
    def __len__(self):
        return 3
def show(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error, getattr(error, "name", None), getattr(error, "obj", None) is not None)
    print("   ", log)
    log.clear()
b = Both()
show(lambda: b.present)
show(lambda: b.absent)
show(lambda: b.broken)
show(lambda: b.failing)
show(lambda: b.nothing)
show(lambda: getattr(b, "nothing", "default"))
show(lambda: hasattr(b, "nothing"))
show(lambda: len(b))
show(lambda: b.__len__())
show(lambda: object.__getattribute__(b, "absent"))
show(lambda: b.__class__.__name__)
show(lambda: isinstance(b, Both))
show(lambda: vars(b))
class OnlyGetattribute:
    def __getattribute__(self, name):
        if name == "x":
            raise AttributeError("x is hidden")
        return object.__getattribute__(self, name)
o = OnlyGetattribute()
o.x = 1
show(lambda: o.x)
show(lambda: o.__dict__)
class Late:
    pass
late = Late()
show(lambda: late.missing)
Late.__getattr__ = lambda self, name: name * 2
show(lambda: late.missing)
del Late.__getattr__
show(lambda: late.missing)
class Meta(type):
    def __getattr__(cls, name):
        return f"meta {name}"
class WithMeta(metaclass=Meta):
    pass
show(lambda: WithMeta.anything)
show(lambda: WithMeta().anything)
class Inherits(Both):
    def __getattr__(self, name):
        return "override " + super().__getattr__(name)
show(lambda: Inherits().word)
show(lambda: Inherits().nope)
