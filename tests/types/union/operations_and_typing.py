# X | Y: flattening, duplicates, order-free equality and hash, None, generics, isinstance, attributes, classes with __or__, errors, typing's unions.
import typing, types
def show(action):
    try: print(action())
    except Exception as error: print(type(error).__name__, error)
u = int | str
print(u, type(u).__name__, u.__args__, (int | str | int), int | None, None | int, (int | str) | (float | str), int | int, type(int | int).__name__, list[int] | None, int | list[str] | list[str])
print(u == str | int, hash(u) == hash(str | int), u == typing.Union[str, int], typing.Union[int, str] == u, u != int | float, u == 3, {u: 1}[str | int])
show(lambda: isinstance(1, u) and not isinstance(1.5, u))
show(lambda: issubclass(bool, u))
show(lambda: isinstance(None, int | None))
show(lambda: isinstance([], list[int] | int))
show(lambda: isinstance(5, int | list[int]))
show(lambda: int | 3)
show(lambda: 3 | int)
show(lambda: int | "str")
show(lambda: "str" | int)
show(lambda: int | [])
show(lambda: None | None)
show(lambda: int | ...)
show(lambda: u())
show(lambda: u[int])
show(lambda: u.x)
show(lambda: setattr(u, "__args__", ()))
show(lambda: types.UnionType())
show(lambda: type("U", (types.UnionType,), {}))
show(lambda: type("U", (u,), {}))
T, S = typing.TypeVar("T"), typing.TypeVar("S")
g = list[T] | dict[S, T] | T
print(g, g.__parameters__, g[int, str], g[str | None, int], T | int, int | T, type(T | int).__name__)
show(lambda: g[int])
show(lambda: g[int, str, float])
class Meta(type):
    def __or__(cls, other): return f"{cls.__name__} or {other}"
    def __ror__(cls, other): return f"{other} ror {cls.__name__}"
class M(metaclass=Meta): pass
class P: pass
print(M | 3, 3 | M, M | int, int | M, P | int, P | None, u | M)
print(typing.get_args(u), typing.get_origin(u) is types.UnionType, typing.Optional[int] == int | None, typing.get_type_hints(type("H", (), {"__annotations__": {"a": "int | None"}}))["a"])
import copy, pickle
print(copy.copy(u) == u, copy.deepcopy(u) == u, pickle.loads(pickle.dumps(u)) == u, u.__or__(float), u.__ror__(float), repr(int | type(None)), repr(P | list)[-9:], type(None) | int)
class Weird:
    def __eq__(self, other): raise LookupError
show(lambda: (int | str) == Weird())
def match(x):
    match x:
        case int() | str(): return "int or str"
        case _: return "other"
print(match(1), match(2.5), sorted(n for n in dir(u) if not n.startswith("__")))
