# What pickle and copy ask of a class, in which order, by protocol: reduce_ex, reduce, getstate, getnewargs, setstate.
import copy
import copyreg
import io
import pickle

log = []


class Asked:
    def __getnewargs_ex__(self):
        log.append("getnewargs_ex")
        return (1,), {"k": 2}

    def __new__(cls, *args, **keywords):
        log.append(f"new {args} {keywords}")
        return super().__new__(cls)

    def __getstate__(self):
        log.append("getstate")
        return {"s": 1}

    def __setstate__(self, state):
        log.append(f"setstate {state}")


class Slotted:
    __slots__ = ("a", "b", "__dict__")


class Lists(list):
    def append(self, item):
        log.append(f"append {item}")
        super().append(item)

    def extend(self, items):
        log.append("extend")
        super().extend(items)


class Dicts(dict):
    def __setitem__(self, key, value):
        log.append(f"set {key}")
        super().__setitem__(key, value)


class Reduced:
    def __init__(self, answer):
        self.answer = answer

    def __reduce__(self):
        return self.answer


def attempt(label, function):
    log.clear()
    try:
        print(label, "=>", function(), log)
    except Exception as error:
        # The words differ between the two picklers that CPython has.
        print(label, "=>", type(error).__name__, log)


def round_trip(value, protocol):
    return type(pickle.loads(pickle.dumps(value, protocol))).__name__


for protocol in range(6):
    attempt(f"asked {protocol}", lambda: round_trip(Asked(), protocol))
    slotted = Slotted()
    slotted.a, slotted.c = 1, 2
    attempt(f"slots {protocol}", lambda: round_trip(slotted, protocol))
    attempt(f"list {protocol}", lambda: round_trip(Lists([1, 2]), protocol))
    attempt(f"dict {protocol}", lambda: round_trip(Dicts(a=1), protocol))
attempt("copy", lambda: type(copy.copy(Asked())).__name__)
attempt("copy list", lambda: copy.copy(Lists([1, 2])))
attempt("deepcopy dict", lambda: copy.deepcopy(Dicts(a=1)))
print(slotted.__reduce_ex__(2)[2], slotted.__getstate__(), object().__getstate__(), Lists([1]).__reduce_ex__(2)[2:3])
for answer in (5, (), (1,), (int,), (int, 5), (int, ("7",)), (int, (), {"a": 1}), (list, (), None, iter([1, 2])), (dict, (), None, None, iter([(1, 2)])), (int, (), None, None, None, None), (Reduced, (1,), {"x": 2}, None, None, lambda obj, state: log.append(state))):
    attempt(f"reduce {str(answer)[:30] if not isinstance(answer, tuple) else len(answer)}", lambda: pickle.loads(pickle.dumps(Reduced(answer), 4)))
    attempt("  copied", lambda: copy.copy(Reduced(answer)))


class Persistent(pickle.Pickler):
    def persistent_id(self, value):
        return "id of 7" if value == 7 else None

    def reducer_override(self, value):
        return (complex, (1, 2)) if isinstance(value, Slotted) else NotImplemented


buffer = io.BytesIO()
Persistent(buffer, 4).dump([7, Slotted(), 8])
attempt("no persistent_load", lambda: pickle.loads(buffer.getvalue()))


class Loads(pickle.Unpickler):
    def persistent_load(self, name):
        return name.upper()


attempt("loaded", lambda: Loads(io.BytesIO(buffer.getvalue())).load())
for text in (b"", b".", b"N", b"(.", b"I1\n", b"\x80\x09N.", b"cnomod\nx\n.", b"S'a\n.", b"N0.", b"}N.", b"K"):
    attempt(f"broken {text}", lambda: pickle.loads(text))
