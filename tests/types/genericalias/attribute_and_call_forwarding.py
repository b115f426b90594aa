# list[int] and its kind: calling, attributes, subclassing, equality, nesting, star, isinstance, pickling, __class_getitem__ and what is refused.
import types, collections, collections.abc, copy, pickle, typing
def show(action):
    try: print(action())
    except Exception as error: print(type(error).__name__, error)
a = list[int]
print(a, type(a).__name__, a.__origin__, a.__args__, a.__parameters__, a([1, 2]), a() == [], a.append is list.append, a.__name__, a.__doc__ == list.__doc__, a.__class__, a.__unpacked__)
print(list[int] == list[int], list[int] is list[int], hash(list[int]) == hash(list[int]), list[int] != list[str], list[int] == list, dict[str, int] == dict[str, int], tuple[int, ...], tuple[()], tuple[()].__args__, type[int], list[list[int]], list["Forward"], list[int, str], dict[int], list[...], list[[int, str]], list[None], list[3], list[(1, 2)])
for cls in (list, dict, tuple, set, frozenset, type, enumerate, filter if hasattr(filter, "__class_getitem__") else list, collections.deque, collections.defaultdict, collections.abc.Callable, collections.ChainMap, slice, range, int, str, map, zip, memoryview, property, staticmethod, BaseException, types.MappingProxyType, collections.Counter):
    show(lambda: cls[int] if cls is not collections.abc.Callable else cls[[int], str])
show(lambda: isinstance([], list[int]))
show(lambda: issubclass(list, list[int]))
show(lambda: a.nothing)
show(lambda: setattr(a, "x", 1))
show(lambda: setattr(a, "__origin__", 1))
show(lambda: a[int])
show(lambda: len(a))
show(lambda: (*a,))
show(lambda: next(iter(a)) == typing.Unpack[a] if False else type(next(iter(a))).__name__)
class L(list[int]): pass
print(L.__bases__, L.__orig_bases__, L([1]), type(L[str]).__name__, L[str].__origin__ is L)
T, S = typing.TypeVar("T"), typing.TypeVar("S")
d = dict[T, list[S]]
print(d.__parameters__, d[int, str], d[int, T], d[S, T][int, str], list[T][int], tuple[T, ...][int], list[dict[T, T]][str], collections.abc.Callable[[T], S][int, str])
show(lambda: d[int])
show(lambda: d[int, str, float])
show(lambda: list[int][str])
class C:
    def __class_getitem__(cls, item): return types.GenericAlias(cls, item)
    def __init__(self, v=0): self.v = v
c = C[int](5)
print(C[int], c.v, c.__orig_class__, C[int].__mro_entries__((C[int],)), C[1, 2].__args__, C[()].__args__)
class Slots:
    __slots__ = ()
    __class_getitem__ = classmethod(types.GenericAlias)
print(type(Slots[int]()).__name__, hasattr(Slots[int](), "__orig_class__"))
show(lambda: types.GenericAlias())
show(lambda: types.GenericAlias(int))
show(lambda: types.GenericAlias(3, 4))
show(lambda: types.GenericAlias(3, 4)())
print(copy.copy(a) == a, copy.deepcopy(d) == d, pickle.loads(pickle.dumps(a)) == a, a.__reduce__(), sorted(n for n in dir(a) if n in ("append", "__origin__", "__args__")), a | None, {a: 1}[list[int]])
