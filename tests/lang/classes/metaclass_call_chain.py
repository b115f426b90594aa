# What happens, in order, when a class statement runs and the class is called: __prepare__, the body, __new__, __init__, __call__.
log = []
class Namespace(dict):
    def __setitem__(self, key, value):
        if not key.startswith("__"):
            log.append(f"body sets {key}")
        super().__setitem__(key, value)
class Meta(type):
    @classmethod
    def __prepare__(mcls, name, bases, **kwargs):
        log.append(f"prepare {name} {[b.__name__ for b in bases]} {kwargs}")
        return Namespace()
    def __new__(mcls, name, bases, namespace, **kwargs):
        log.append(f"new {name} {type(namespace).__name__} {kwargs}")
        return super().__new__(mcls, name, bases, namespace)
    def __init__(cls, name, bases, namespace, **kwargs):
        log.append(f"init {name} {kwargs}")
        super().__init__(name, bases, namespace)
    def __call__(cls, *args, **kwargs):
        log.append(f"call {cls.__name__} {[type(arg).__name__ for arg in args]} {kwargs}")
        return super().__call__(*args, **kwargs)
class A(metaclass=Meta, flag=1):
    x = 1
    def __new__(cls, *args, **kwargs):
        log.append(f"A.__new__ {cls.__name__} {len(args)}")
        return super().__new__(cls)
    def __init__(self, *args, **kwargs):
        log.append(f"A.__init__ {args} {kwargs}")
class B(A, other=2):
    def __new__(cls, value):
        log.append("B.__new__ gives another type")
        return value
A(1, two=2)
B("text")
result = B(A.__new__(A))
print("\n".join(log))
print(type(A.__dict__).__name__, type(A) is Meta, type(B) is Meta, isinstance(A, Meta), Meta.__mro__[1])
def show(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
class BadPrepare(type):
    @classmethod
    def __prepare__(mcls, name, bases):
        return 3
show(lambda: exec("class C(metaclass=BadPrepare): pass"))
show(lambda: exec("class C(A, metaclass=type, **{'k': 1}): pass"))
show(lambda: exec("class C(metaclass=lambda *args, **kw: (args[0], args[1], sorted(args[2]), kw), a=1): y = 2\nprint(C)"))
show(lambda: exec("class C(metaclass=3): pass"))
show(lambda: exec("class C(int, metaclass=Meta, metaclass=Meta): pass"))
show(lambda: type("D", (A,), {}, z=5).__name__)
print(log[-3:])
