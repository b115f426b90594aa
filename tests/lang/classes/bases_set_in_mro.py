# __bases__ assigned while a metaclass's mro() runs: no cycle comes of it, and no order is kept from before.
class Meta(type):
    step = None

    def mro(cls):
        if Meta.step is not None:
            step, Meta.step = Meta.step, None
            step(cls)
        return type.mro(cls)


def look(cls):
    print(cls.__name__, cls.__mro__, cls.__bases__)
    cls.__bases__ += ()


Meta.step = look


class A(metaclass=Meta):
    pass


print(A.__mro__)


class B1(A):
    pass


class B2(A):
    pass


def cross(cls):
    try:
        B2.__bases__ = (B1,)
        B1.__bases__ = (B2,)
    except TypeError as error:
        print(error)


Meta.step = cross
B1.__bases__ += ()
print(B1.__bases__, B2.__bases__, [each.__name__ for each in B2.__mro__])


class C(A):
    pass


def replace(cls):
    C.__bases__ = (B1,)


Meta.step = replace
C.__bases__ = (A,)
print(C.__bases__, C.__subclasses__(), C in A.__subclasses__(), C in B1.__subclasses__())


def extend(cls):
    try:
        type("D", (cls,), {})
    except TypeError as error:
        print(error)


Meta.step = extend


class E(metaclass=Meta):
    pass


class F(A):
    pass


def fail(cls):
    F.__bases__ = (B2,)
    raise ValueError("after another assignment")


Meta.step = fail
try:
    F.__bases__ = (B1,)
except ValueError as error:
    print(error, F.__bases__, [each.__name__ for each in F.__mro__])
