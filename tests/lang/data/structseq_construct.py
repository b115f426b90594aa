# Structures such as time.struct_time made from sequences: lengths, dicts of hidden fields, iterators that fail, matching, slices, replacing nothing.
import time, os
def show(action):
    try: print(action())
    except Exception as error: print(type(error).__name__, error)
t = time.struct_time(range(9))
print(t, t.tm_year, t[:3], t == tuple(range(9)), len(t), t.n_fields, t.n_sequence_fields, t.n_unnamed_fields, t.tm_zone)
class Evil:
    def __getitem__(self, i): raise LookupError(i) if i == 5 else KeyError(i) if i > 5 else ZeroDivisionError(i) if i == 3 else IndexError(i) if i > 20 else ValueError(i) if i == 1 else OverflowError(i)
    def __len__(self): return 9
class Fails:
    def __iter__(self): raise LookupError("iter")
class TypeErrorLater:
    def __iter__(self):
        yield 1
        raise TypeError("later")
for value in (Evil(), Fails(), TypeErrorLater(), 3, None, "abcdefghi", range(8), range(12), range(11), iter(range(10)), {}, [0] * 9):
    show(lambda: time.struct_time(value))
show(lambda: time.struct_time(range(9), {"tm_zone": "ZZ", "tm_gmtoff": 7}).tm_zone)
show(lambda: time.struct_time(range(9), {"unknown": 1}).tm_gmtoff)
show(lambda: time.struct_time(range(9), 3))
show(lambda: time.struct_time(range(11), {"tm_zone": "ZZ"}).tm_zone)
show(lambda: time.struct_time()); show(lambda: time.struct_time(range(9), {}, 1)); show(lambda: time.struct_time(sequence=range(9), dict={"tm_zone": "kw"}).tm_zone)
print(time.struct_time.__match_args__, os.stat_result.__match_args__, os.stat_result.n_unnamed_fields)
match t:
    case time.struct_time(year, month, tm_mday=day): print(year, month, day)
show(lambda: setattr(t, "tm_year", 1)); show(lambda: t.nothing); show(lambda: hash(t) == hash(tuple(range(9)))); show(lambda: t + (1,)); show(lambda: type(t + ()).__name__); show(lambda: t < time.struct_time(range(1, 10)))
show(lambda: type("T", (time.struct_time,), {}))
import copy, pickle
s = time.struct_time(range(9), {"tm_zone": "ZZ"})
print(copy.copy(s).tm_zone, pickle.loads(pickle.dumps(s)).tm_zone, s.__reduce__()[1][1]["tm_zone"], repr(s) == repr(t))
