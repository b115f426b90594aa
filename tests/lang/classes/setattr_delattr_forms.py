# __setattr__ and __delattr__: by statement, setattr, object's own, through slots, on classes, and what is refused with which words.
class Recorder:
    __slots__ = ("x", "__dict__")
    def __setattr__(self, name, value):
        print("set", name, value)
        object.__setattr__(self, name, value)
    def __delattr__(self, name):
        print("del", name)
        object.__delattr__(self, name)
def show(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
r = Recorder()
r.x = 1
r.y = 2
r.__dict__["z"] = 3
del r.x
show(lambda: r.x)
show(lambda: delattr(r, "x"))
show(lambda: delattr(r, "w"))
print(r.__dict__)
r.__dict__ = {"fresh": 1}
show(lambda: r.fresh)
show(lambda: setattr(r, "__dict__", 3))
show(lambda: setattr(r, 3, 3))
show(lambda: delattr(r, 3))
show(lambda: getattr(r, 3))
show(lambda: hasattr(r, 3))
for target, name in [(3, "x"), ("s", "upper"), ([], "append"), ((), "x"), (None, "x"), (int, "x"), (int, "__add__"), (len, "__name__"), (len, "x"),
                     (show, "__name__"), (show, "__closure__"), (show, "anything"), (3 .real, "imag"), (type, "__name__"), (object(), "x"), (range(3), "start"),
                     (slice(1), "start"), (iter([]), "x"), (1.5, "real"), (Recorder, "x"), (Exception("e"), "args"), (property(), "fget"), (zip, "__doc__")]:
    shown = target if isinstance(target, (type, int, str)) else type(target).__name__
    show(lambda: (shown, name, setattr(target, name, "new")))
    show(lambda: (shown, name, delattr(target, name)))
class Silent:
    def __setattr__(self, name, value):
        pass
s = Silent()
s.x = 1
print(vars(s))
class OnlyData:
    def __set__(self, instance, value):
        print("descriptor set", value)
class Owner:
    d = OnlyData()
o = Owner()
o.d = 5
show(lambda: o.d is Owner.__dict__["d"])
show(lambda: delattr(o, "d"))
o.__dict__["d"] = "from dict"
print(o.d)
