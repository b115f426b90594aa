"""Classes and functions with type parameters."""
import typing

def show(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__name__, error)



class Box[T]:
    def get[U](self: "Box[T]", other: U) -> T | U: ...


class Pair[A, B: int](Box[A]):
    pass


class Old(typing.Generic[typing.TypeVar("T")]):
    pass


def function[T: (int, str), **P](x: T) -> T:
    return x


show(lambda: (Box.__type_params__, Box.__parameters__, Box.__orig_bases__, [c.__name__ for c in Box.__mro__]))
show(lambda: (Box[int], Pair[int, str], Pair.__parameters__, Pair.__orig_bases__, Box.get.__type_params__))
show(lambda: function.__type_params__[0].__constraints__)
show(lambda: (Pair.__type_params__[1].__bound__, Box.__type_params__[0].__infer_variance__, Box.__type_params__[0].__bound__))
show(lambda: Old[int])
show(lambda: Box[int, str])
show(lambda: typing.Generic[int])
show(lambda: typing.Generic[()])
show(lambda: Box[int]().__orig_class__)
show(lambda: type("Bad", (typing.Generic,), {}))
show(lambda: (issubclass(Pair, typing.Generic), isinstance(Box(), Box)))
show(lambda: typing.get_type_hints(function))
