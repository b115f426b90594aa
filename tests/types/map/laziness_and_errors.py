# map and filter: when the function is called, several iterables, errors and StopIteration in functions, None, reduce, keywords.
calls = []
def note(*args):
    calls.append(args)
    return sum(args)
def show(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
m = map(note, [1, 2, 3], [10, 20])
print(calls, next(m), calls, list(m), calls, next(m, "end"))
show(lambda: map())
show(lambda: map(note))
show(lambda: map(note, 3))
show(lambda: type(map(3, [1])))
show(lambda: list(map(3, [1])))
show(lambda: list(map(None, [1])))
show(lambda: type(map(note, [1], key=1)))
def stops(x):
    if x == 2: raise StopIteration("from function")
    return x
m = map(stops, [1, 2, 3, 4]); print(list(m), list(m))
def fails(x):
    if x == 2: raise LookupError(x)
    return x
m = map(fails, [1, 2, 3]); print(next(m)); show(lambda: next(m)); print(next(m))
f = filter(stops, [0, 1, 2, 3]); print(list(f), list(f))
f = filter(fails, [1, 2, 3]); print(next(f)); show(lambda: next(f)); print(list(f))
print(list(filter(None, [0, 1, "", "a", [], [0], None])), list(filter(bool, [0, 2])), list(filter(lambda x: [], "ab")), list(filter(str.isdigit, "a1b2")))
class BadTruth:
    def __bool__(self): raise ZeroDivisionError("truth")
show(lambda: list(filter(None, [BadTruth()])))
show(lambda: list(filter(lambda x: BadTruth(), [1])))
show(lambda: filter())
show(lambda: filter(None))
show(lambda: filter(None, 3))
show(lambda: filter(None, [], []))
show(lambda: list(filter(3, [1])))
show(lambda: filter(function=None, iterable=[]))
print(map(str, [1]).__reduce__()[1][0], filter(None, [1]).__reduce__()[1][0])
class M(map): pass
class F(filter): pass
print(list(M(str, [1])), list(F(None, [0, 1])), type(M(str, "")).__name__)
it = iter([1, 2, 3, 4]); print(list(map(lambda a, b: (a, b), it, it)), [*map(pow, [2, 3], [5, 2])], list(map(max, "ab", "ba", "cc")))
source = [1, 2, 3]
for x in filter(lambda x: x % 2, source):
    if len(source) < 8: source.append(x + 4)
print(source)
