# Annotations: variables, functions, classes, evaluation, and what is stored.
x: int = 5
y: str
z: "forward"
(w): float = 1.0


def f(a: int, *args: str, b: list[int] = None, **kw: dict) -> tuple:
    local: undefined_name = 1  # never evaluated in a function
    return local


class C:
    attr: int = 1
    other: "C"
    attr2: x

    def m(self) -> "C": ...


print(__annotations__)
print(f.__annotations__, f(1))
print(C.__annotations__, C.attr, hasattr(C, "other"))
try:
    y
except NameError as error:
    print(error)
lst = [0]
lst[0]: int = 9
print(lst)
try:
    exec("q: undefined_thing = 1")
except NameError as error:
    print(error)
import typing

print(typing.get_type_hints(C.m), typing.Optional[int], typing.Union[int, str], int | None, list[int] | str)
