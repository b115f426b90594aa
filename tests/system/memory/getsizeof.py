# sys.getsizeof and __basicsize__ give 64-bit CPython's figures.
import collections
import fractions
import io
import itertools
import operator
import sys
import types


class Plain: pass
class Slots: __slots__ = ("a", "b")
class SlotsAndDict: __slots__ = ("a", "__dict__")
class Weak: __slots__ = ("__weakref__",)
class Nothing: __slots__ = ()
class Child(Slots): pass
class MyList(list): pass
class MyDict(dict): pass
class MyInt(int): pass
class MyStr(str): pass
class MyTuple(tuple): pass
class MyFloat(float): pass
class MyBytes(bytes): pass
class MySet(set): pass
class MyError(Exception): pass
class Meta(type): pass
class WithMeta(metaclass=Meta): pass


def func(a, b=1): return a
def gen(): yield 1
async def agen(): yield 1


Triple = collections.namedtuple("Triple", "a b c")
size = sys.getsizeof
groups = {
    "numbers": [0, 1, -1, 2**30 - 1, 2**30, 2**60, -2**60, 2**100, 10**100, True, MyInt(5), MyInt(2**70), 1.0, MyFloat(1), 1j],
    "text": ["", "a", "abc", "éé", "ł", "łłł", "\U0001f600", MyStr("abc"), MyStr(""), MyStr("éé"), b"", b"a", b"x" * 100, MyBytes(b"a"), bytearray(), bytearray(b"abc")],
    "sequences": [(), (1,), (1, 2, 3), MyTuple((1, 2)), Triple(1, 2, 3), [], [1], [1, 2], [1, 2, 3, 4, 5], list(range(10)), list("abc"), [0] * 10, MyList([1, 2]), range(1), slice(1)],
    "mappings": [{}, {1: 2}, {"a": 1}, {i: i for i in range(6)}, {str(i): i for i in range(11)}, MyDict(), MyDict(a=1), dict.fromkeys(range(20)), collections.OrderedDict(), collections.OrderedDict(a=1), collections.defaultdict(int), collections.Counter("abc"), types.MappingProxyType({}), {}.keys(), {}.values(), {}.items()],
    "sets": [set(), {1}, {1, 2, 3, 4, 5}, set(range(10)), frozenset(), frozenset([1, 2]), MySet([1])],
    "objects": [object(), None, ..., NotImplemented, Plain(), Slots(), SlotsAndDict(), Weak(), Nothing(), Child(), WithMeta(), types.SimpleNamespace(), types.ModuleType("x"), types.CellType(1)],
    "errors": [MyError(), ValueError("x"), OSError(1, "x"), StopIteration(1), KeyError(), UnicodeDecodeError("a", b"", 0, 1, "x"), SystemExit(1), ImportError("x"), SyntaxError("x"), BaseExceptionGroup("a", [ValueError()]), AttributeError("x"), NameError("x"), ExceptionGroup("a", [KeyError()])],
    "classes": [int, type, Plain, Slots, MyError, MyList, MyInt, Meta, WithMeta],
    "functions": [func, len, [].append, Plain().__init__, str.upper, int.__add__, int.real, property(), staticmethod(func), classmethod(func), types.MethodType(func, 1), super(MyList, MyList()), Slots.a, list[int], int | str, operator.itemgetter(1), operator.attrgetter("a")],
    "iterators": [gen(), agen(), (x for x in ()), iter([]), iter(()), iter({}), iter(set()), iter(""), iter(b""), iter(range(1)), iter(range(2**70)), iter({}.items()), reversed([]), enumerate([]), zip(), map(func, []), filter(func, []), iter(int, 1), itertools.count(), itertools.chain(), itertools.cycle([]), itertools.islice([], 1), itertools.repeat(1), itertools.groupby([]), itertools.accumulate([]), itertools.starmap(func, []), itertools.product()],
    "library": [collections.deque(), collections.deque([1]), fractions.Fraction(1), io.BytesIO(), io.StringIO()],
}
for name, values in groups.items():
    print(name)
    for value in values:
        kind = type(value)
        print("  ", kind.__name__, size(value), kind.__basicsize__, kind.__itemsize__)
for value in (5, "a", [1, 2], Plain()):
    print(value.__sizeof__(), size(value), size(value, -1))


class Sized:
    def __sizeof__(self): return 10


class Broken:
    def __sizeof__(self): return "x"


class Negative:
    def __sizeof__(self): return -1


print(size(Sized()))
for broken in Broken(), Negative():
    try: print(size(broken))
    except (TypeError, ValueError) as error: print(type(error).__name__, error)
print(size(Broken(), 5))
