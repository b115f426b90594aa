"""__class__ of the methods has its value before the metaclass makes the MRO; what is wrong with it is said before that."""


class Meta(type):
    def mro(cls):
        print("mro", cls.__dict__["f"](), cls.__name__)
        return super().mro()


class A(metaclass=Meta):
    def f():
        return __class__


class B(A):
    def f():
        return __class__.__base__, super


class Spoiling(type):
    def __new__(cls, name, bases, namespace):
        namespace["__classcell__"] = 5
        return super().__new__(cls, name, bases, namespace)

    def mro(cls):
        print("not reached")
        return super().mro()


try:
    class C(metaclass=Spoiling):
        def f(self):
            return __class__
except TypeError as error:
    print(error)


class Failing(type):
    def mro(cls):
        raise ValueError(cls.__dict__["f"]().__name__)


try:
    class D(metaclass=Failing):
        def f():
            return __class__
except ValueError as error:
    print("failed in", error)
