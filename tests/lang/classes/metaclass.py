# Metaclasses: __prepare__, __new__, __init__, __call__, keyword arguments and conflicts.
class Meta(type):
    @classmethod
    def __prepare__(mcs, name, bases, **kwargs):
        print("prepare", name, bases, kwargs)
        return {"injected": 1}

    def __new__(mcs, name, bases, namespace, **kwargs):
        print("new", name, [k for k in namespace if not k.startswith("__")])
        return super().__new__(mcs, name, bases, namespace)

    def __init__(cls, name, bases, namespace, **kwargs):
        print("init", name, kwargs)
        super().__init__(name, bases, namespace)

    def __call__(cls, *args):
        print("call", cls.__name__, args)
        return super().__call__(*args)

    def __repr__(cls):
        return f"<{cls.__name__}>"

    @property
    def on_class(cls):
        return "property of " + cls.__name__


class A(metaclass=Meta, flag=True):
    def __init__(self, x):
        self.x = x


class B(A):
    extra = 2


a = A(1)
print(a.x, A, B, type(B), A.injected, B.on_class)
try:
    a.on_class
except AttributeError as error:
    print(error)


class Other(type):
    pass


try:
    class C(A, metaclass=Other):
        pass
except TypeError as error:
    print(error)
Dynamic = type("Dynamic", (B,), {"y": 5}) if False else Meta("Dynamic", (B,), {"y": 5})
print(Dynamic.y, isinstance(Dynamic, Meta))


def function_metaclass(name, bases, namespace):
    return name, bases, sorted(k for k in namespace if k[0] != "_")


class F(metaclass=function_metaclass):
    z = 1


print(F)
