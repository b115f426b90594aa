# type(name, bases, dict): names, bases and namespaces of all kinds, what lands in the class, what is refused.
def show(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
class Base: pass
show(lambda: type("A", (), {}).__mro__[1:])
show(lambda: type("A", (Base, object), {}).__bases__)
show(lambda: type("A", (object, Base), {}))
show(lambda: type("A", (Base, Base), {}))
show(lambda: type("A", [Base], {}))
show(lambda: type("A", Base, {}))
show(lambda: type("A", (3,), {}))
show(lambda: type("A", (), []))
show(lambda: type(3, (), {}))
show(lambda: type("A", ()))
show(lambda: type())
show(lambda: type("A", (), {}, extra=1))
show(lambda: type(x=1))
show(lambda: type("A", (bool,), {}))
show(lambda: type("A", (type(None),), {}))
show(lambda: type("A", (int, str), {}))
show(lambda: type("A", (int, dict), {}))
show(lambda: type("A", (type(lambda: 0),), {}))
show(lambda: type("a b", (), {}).__name__)
show(lambda: type("", (), {}).__name__)
show(lambda: type("null\0", (), {}))
show(lambda: type("A", (), {1: 2}).__dict__.get(1))
show(lambda: ascii(type("\ud800", (), {}).__name__))
show(lambda: type("A", (), {"__qualname__": "X.Y"}).__qualname__)
show(lambda: type("A", (), {"__qualname__": 3}))
show(lambda: type("A", (), {"__module__": 3}).__module__)
show(lambda: type("A", (), {"__doc__": 3}).__doc__)
show(lambda: type("A", (), {"__doc__": "d"}).__doc__)
show(lambda: type("A", (), {"__classcell__": 3}))
namespace = {"x": 1, "f": lambda self: self.x, "__new__": lambda cls: object.__new__(cls), "__init_subclass__": lambda cls, **kw: print("sub", kw), "__class_getitem__": lambda cls, item: item}
A = type("A", (), namespace)
namespace["x"] = 2
print(A.x, A().f(), type(A.__dict__["__new__"]).__name__, type(A.__dict__["__init_subclass__"]).__name__, type(A.__dict__["__class_getitem__"]).__name__, A[5])
show(lambda: type("B", (A,), {}, option=1).__base__.__name__)
show(lambda: (A.__module__, A.__doc__, A.__annotations__, A.__weakrefoffset__ != 0, A.__dictoffset__ != 0))
for name, value in [("__name__", "N"), ("__name__", 3), ("__name__", "n\0"), ("__qualname__", "Q"), ("__qualname__", 3), ("__module__", 3), ("__bases__", ()), ("__bases__", (int,)), ("__bases__", 3), ("__bases__", (A,)), ("__mro__", ()), ("__dict__", {}),
                    ("__doc__", 5), ("__abstractmethods__", {"f"}), ("__base__", int), ("__type_params__", (1,)), ("__annotations__", {"a": 1}), ("__class__", int)]:
    show(lambda: (name, setattr(A, name, value), getattr(A, name)))
show(lambda: A())
for name in ("__name__", "__qualname__", "__module__", "__bases__", "__doc__", "__abstractmethods__", "__annotations__", "__dict__", "x", "x"):
    show(lambda: (name, delattr(A, name)))
class Dynamic:
    def __set_name__(self, owner, name): print("named", name)
show(lambda: type("C", (), {"d": Dynamic()}).__name__)
class Keys(dict):
    def __iter__(self): raise LookupError("never iterated")
show(lambda: type("C", (), Keys(y=1)).y)
