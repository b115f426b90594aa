# Which metaclass wins, metaclasses that are no types, __prepare__ of each kind, keywords, and what conflicts say.
class Meta(type):
    @classmethod
    def __prepare__(mcs, name, bases, **kwargs):
        print("prepare", mcs.__name__, name, [b.__name__ for b in bases], kwargs)
        return {"prepared": True}

    def __new__(mcs, name, bases, namespace, **kwargs):
        print("new", mcs.__name__, name, list(namespace), kwargs)
        return super().__new__(mcs, name, bases, namespace)

    def __init__(cls, name, bases, namespace, **kwargs):
        print("init", cls.__name__, kwargs)
        super().__init__(name, bases, namespace)

    def __call__(cls, *args, **kwargs):
        print("call", cls.__name__, args, kwargs)
        return super().__call__(*args, **kwargs)


class A(metaclass=Meta, option=1):
    x = 1


class Sub(Meta):
    pass


class B(metaclass=Sub):
    pass


class C(A, B):
    pass


print(type(C).__name__, C.prepared, type(A()).__name__)


class Other(type):
    pass


class D(metaclass=Other):
    pass


for text in [
    "class E(A, D): pass", "class E(A, metaclass=Other): pass", "class E(D, metaclass=type): pass", "class E(int, metaclass=lambda n, b, d: (n, b, sorted(d))): x = 1", "class E(metaclass=5): pass", "class E(metaclass=print): pass", "class E(5): pass", "class E(None): pass", "class E(bool): pass", "class E(type(None)): pass", "class E(int, str): pass", "class E(A, A): pass", "class E(object, A): pass", "class E(type(lambda: 0)): pass", "class E(range): pass", "class E(type(iter([]))): pass", "class E(slice): pass", "class E(memoryview): pass", "class E(type(NotImplemented), metaclass=type): pass", "class E(option=1): pass", "class E(D, option=1): pass", "class E(**{'metaclass': Other}): pass", "class E(*[A], **{'k': 2}): pass", "class E(metaclass=type, metaclass=type): pass", "class E(int, float): pass", "class E(dict, list): pass", "class E(Exception, dict): pass", "class E(OSError, SyntaxError): pass", "class E(ValueError, KeyError): pass", "class E(BaseException, int): pass",
]:
    try:
        names = {"A": A, "B": B, "D": D, "Other": Other, "__name__": "m"}
        exec(text, names)
        print(text, "->", names["E"] if not isinstance(names["E"], type) else (type(names["E"]).__name__, [c.__name__ for c in names["E"].__mro__]))
    except Exception as error:
        print(text, "->", type(error).__name__, error)


class NoDict:
    def __init__(self, result):
        self.result = result

    def __prepare__(self, name, bases):
        return self.result

    def __call__(self, name, bases, namespace):
        return (name, bases, type(namespace).__name__)


for result in ({}, None, 5, [], Exception):
    try:

        class Made(metaclass=NoDict(result)):
            y = 2

        print(Made)
    except TypeError as error:
        print(error)
