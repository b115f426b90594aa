# copy, deepcopy and pickle protocols: all the hooks, their order, memo, recursion, errors; slots, state, extension registry.
import copy
import copyreg
import io
import pickle


def attempt(label, function):
    try:
        print(" ", label, "=", function())
    except pickle.PicklingError as error:
        print(" ", label, "! cannot be pickled")
    except Exception as error:
        print(" ", label, "!", type(error).__name__, str(error).split(" at 0x")[0])


class Traced:
    log = []

    def __init__(self, value=None):
        self.value = value

    def __getattribute__(self, name):
        if name.startswith("__") and name not in ("__class__", "__dict__"):
            Traced.log.append(name)
        return super().__getattribute__(name)


for action in (copy.copy, copy.deepcopy, lambda x: pickle.loads(pickle.dumps(x, 2)), lambda x: pickle.loads(pickle.dumps(x, 0))):
    Traced.log.clear()
    result = action(Traced([1]))
    print(result.value, [n for n in Traced.log])


class Full:
    def __new__(cls, *args, **kwargs):
        print("    new", args, kwargs)
        return super().__new__(cls)

    def __init__(self, *args):
        print("    init", args)
        self.state = list(args)

    def __getnewargs_ex__(self):
        return (1,), {"k": 2}

    def __getstate__(self):
        print("    getstate")
        return {"saved": self.state}

    def __setstate__(self, state):
        print("    setstate", state)
        self.state = state["saved"]


full = Full(9)
for protocol in range(6):
    print("  protocol", protocol)
    attempt("pickle", lambda: pickle.loads(pickle.dumps(full, protocol)).state)
attempt("copy", lambda: copy.copy(full).state is full.state)
attempt("deepcopy", lambda: copy.deepcopy(full).state is full.state)


class Custom:
    def __init__(self, what):
        self.what = what

    def __reduce_ex__(self, protocol):
        return self.what if not callable(self.what) else self.what(protocol)


def make(*args):
    return ["made", *args]


class Stateful(list):
    pass


class Setter:
    def __repr__(self):
        return "<Setter>"

    def __setstate__(self, state):
        self.got = state


for what in (
    "make",
    (make,),
    (make, ()),
    (make, (1, 2)),
    (make, [1]),
    (make, (1,), None),
    (make, (1,), None, iter([5, 6])),
    (Stateful, (), {"a": 1}, iter([5, 6])),
    (Stateful, (), ({"a": 1}, {"b": 2})),
    (Stateful, (), (None, {"b": 2})),
    (Setter, (), "any state"),
    (Setter, (), 0),
    (dict, (), None, None, iter([("k", 1)])),
    (dict, (), None, None, iter([5])),
    (Stateful, (), {"a": 1}, None, None, lambda obj, state: obj.append(state)),
    (5, ()),
    5,
    None,
    (),
    (make, (), None, None, None, None, None),
    "nowhere",
):
    custom = Custom(what)
    shown = what if not (isinstance(what, tuple) and len(what) > 3) else f"{len(what)} parts"
    print(" ", shown if "0x" not in repr(shown) else len(what))
    attempt("copy", lambda: (lambda r: (r, getattr(r, "__dict__", None)))(copy.copy(custom)) if not isinstance(what, str) else copy.copy(custom) is custom)
    if "iter" not in repr(what):
        attempt("pickle", lambda: (lambda r: (type(r).__name__, getattr(r, "__dict__", None)))(pickle.loads(pickle.dumps(custom, 4))))
recursive = [1]
recursive.append({"self": recursive, "tuple": (recursive,)})
deep = copy.deepcopy(recursive)
print(deep[1]["self"] is deep, deep[1]["tuple"][0] is deep, deep is not recursive)
loop = ([],)
loop[0].append(loop)
deep = copy.deepcopy(loop)
print(deep[0][0] is deep)
shared = []
pair = [shared, shared, (1, 2), "text", len, Custom, None, ..., 10**30, frozenset([1])]
deep = copy.deepcopy(pair)
print(deep[0] is deep[1], deep[0] is not shared, all(a is b for a, b in zip(deep[2:9], pair[2:9])))
tuple_of_lists = ([1], 2)
print(copy.deepcopy(tuple_of_lists) is tuple_of_lists, copy.deepcopy((1, (2,))) is not None)


class Memo:
    def __deepcopy__(self, memo):
        print("    deepcopy", type(memo).__name__, len(memo) > 0)
        return self

    def __copy__(self):
        return "copied"


attempt("hooks", lambda: (copy.copy(Memo()), type(copy.deepcopy([Memo()])[0]).__name__))
for value in (lambda: 0, iter([1]), (i for i in ()), io.StringIO("a"), memoryview(b"a"), type, copy, {1: 2}.keys(), range(3), slice(1, 2), bytearray(b"x"), property(), object(), NotImplemented, {}.get, [].append, str.join, Exception("e", 1), complex(1, 2), zip([1]), map(len, []), enumerate("ab"), reversed([1])):
    for function in (copy.copy, copy.deepcopy, lambda v: pickle.loads(pickle.dumps(v))):
        try:
            result = function(value)
            print(type(value).__name__, "same" if result is value else type(result).__name__, end="; ")
        except Exception as error:
            print(type(value).__name__, type(error).__name__, str(error).split(" at 0x")[0], end="; ")
    print()
copyreg.pickle(Plain := type("Plain", (), {"__module__": "__main__"}), lambda p: (make, ("registered",)))
print(copy.copy(Plain()), pickle.loads(pickle.dumps(Plain())))
copyreg.add_extension("__main__", "Setter", 77)
data = pickle.dumps(Setter, 2)
print(data, pickle.loads(data) is Setter)
attempt("twice", lambda: copyreg.add_extension("__main__", "Setter", 78))
copyreg.remove_extension("__main__", "Setter", 77)
attempt("gone", lambda: pickle.loads(data))


class Persistent(pickle.Pickler):
    def persistent_id(self, obj):
        return f"id:{obj.value}" if isinstance(obj, Traced) else None

    def reducer_override(self, obj):
        return (make, ("overridden",)) if isinstance(obj, Setter) else NotImplemented


class Loading(pickle.Unpickler):
    def persistent_load(self, pid):
        return f"loaded {pid}"

    def find_class(self, module, name):
        print("    find", module, name)
        return super().find_class(module, name)


stream = io.BytesIO()
Persistent(stream).dump([Traced(1), Setter(), Full])
stream.seek(0)
print(Loading(stream).load())
