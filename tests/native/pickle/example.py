# pickle and copyreg: protocols, hooks, persistent ids, restricted loading, errors.
import array
import collections
import copyreg
import datetime
import enum
import functools
import io
import pickle
import pickletools
from dataclasses import dataclass
from fractions import Fraction


class Plain:
    def __init__(self, x):
        self.x = x

    def __eq__(self, other):
        return vars(self) == vars(other)


class Custom:
    def __init__(self):
        self.kept, self.handle = 1, open

    def __getstate__(self):
        return {"kept": self.kept}

    def __setstate__(self, state):
        self.__dict__.update(state, handle="reopened")


class Reduced:
    def __init__(self, a):
        self.a = a

    def __reduce__(self):
        return (type(self), (self.a + 1,), None, None, None)


class Slotted:
    __slots__ = ("a", "b")


class WithNew(tuple):
    def __new__(cls, a, b):
        return super().__new__(cls, (a, b))

    def __getnewargs__(self):
        return tuple(self)


class Color(enum.Enum):
    RED = 1


@dataclass
class Data:
    n: int
    items: list


Point = collections.namedtuple("Point", "x y")
values = [None, True, 0, -1, 255, 65536, 2**40, -(2**100), 1.5, "text", "é\U0001f600", b"bytes", bytearray(b"ba"), (), (1,), (1, 2, 3, 4), [1, [2]], {"a": {1: 2}}, {1, 2}, frozenset([3]), 1 + 2j, range(1, 9, 2), slice(1, 2), Plain([1]), Color.RED, Data(1, [2]), Point(1, 2), datetime.datetime(2024, 1, 2, 3, tzinfo=datetime.UTC), Fraction(1, 3), collections.OrderedDict(a=1), collections.deque([1], 2), collections.Counter("aab"), collections.defaultdict(int, a=1), len, Plain, ..., NotImplemented, WithNew(1, 2)]
for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
    copies = [pickle.loads(pickle.dumps(value, protocol)) for value in values]
    print(protocol, [a for a, b in zip(values, copies) if a != b or type(a) is not type(b)])
for value in (1, 300, 70000, -5, "a", b"x", 1.5, [1, 2], (1, 2), {"k": None}, True, {3}):
    print([pickle.dumps(value, protocol) for protocol in (0, 2, 4)])
shared = [1]
loop = [shared, shared]
loop.append(loop)
loop = pickle.loads(pickle.dumps(loop))
print(loop[0] is loop[1], loop[2] is loop)
restored = pickle.loads(pickle.dumps(Custom()))
slotted = Slotted()
slotted.a = 5
print(restored.kept, restored.handle, pickle.loads(pickle.dumps(Reduced(1))).a, pickle.loads(pickle.dumps(slotted)).a, pickle.loads(pickle.dumps(functools.partial(int, base=2)))("11"), repr(pickle.loads(pickle.dumps(ValueError("a", 1)))), pickle.loads(pickle.dumps([].append))(1), pickle.loads(pickle.dumps(iter([1, 2, 3]))).__next__())


class Persistent(pickle.Pickler):
    def persistent_id(self, obj):
        return ("plain", obj.x) if isinstance(obj, Plain) else None

    def reducer_override(self, obj):
        return (str, ("overridden",)) if obj is Reduced else NotImplemented


class Restoring(pickle.Unpickler):
    def persistent_load(self, pid):
        return f"loaded {pid}"

    def find_class(self, module, name):
        if module != "builtins":
            raise pickle.UnpicklingError(f"global '{module}.{name}' is forbidden")
        return super().find_class(module, name)


buffer = io.BytesIO()
Persistent(buffer).dump([Plain(7), Reduced, 3])
print(Restoring(io.BytesIO(buffer.getvalue())).load())
stream = io.BytesIO()
for item in (1, "two", [3]):
    pickle.dump(item, stream)
stream.seek(0)
print([pickle.load(stream) for _ in range(3)])
copyreg.pickle(Plain, lambda p: (Plain, (["via copyreg", p.x],)))
print(pickle.loads(pickle.dumps(Plain(1))).x, copyreg.dispatch_table[Plain] is not None)
big = {"data": [{"id": i, "name": f"n{i}", "v": i / 3} for i in range(500)], "blob": b"x" * 70000}
print(pickle.loads(pickle.dumps(big)) == big, pickle.loads(pickle.dumps(big, 5, buffer_callback=None)) == big)
oob = []
frame = pickle.dumps(pickle.PickleBuffer(bytearray(b"zero copy")), 5, buffer_callback=oob.append)
print(bytes(pickle.loads(frame, buffers=oob)), len(oob))
pickletools.dis(pickle.dumps([1, "a", Point(1, 2)], 2))
print(pickletools.optimize(pickle.dumps(["a", "a"], 0)))
for action in (lambda: pickle.dumps(x for x in ()), lambda: pickle.loads(b"\x80\x09."), lambda: pickle.loads(b"cnone\nsuch\n."), lambda: Restoring(io.BytesIO(pickle.dumps(Fraction(1)))).load(), lambda: pickle.dumps(1, 99), lambda: pickle.dumps(io.StringIO().readline.__self__.__class__.__dict__), lambda: pickle.dump(1, 5)):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, str(error).partition(" at 0x")[0])
