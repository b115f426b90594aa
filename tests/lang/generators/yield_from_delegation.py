# yield from: sends, throws and closes to generators, iterators and lists; results; what has no send or throw; StopIteration.
class Iterator:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        self.n -= 1
        if self.n < 0:
            raise StopIteration("iterator result")
        return self.n


class WithSend(Iterator):
    def send(self, value):
        return ("sent", value)

    def throw(self, *args):
        return ("thrown", [a if isinstance(a, type) else repr(a) for a in args])


class Stopping(Iterator):
    def throw(self, *args):
        raise StopIteration("stopped by throw")


class RaisingThrow(Iterator):
    @property
    def throw(self):
        raise OSError("no throw")


def delegate(source):
    result = yield from source
    return ("result", result)


def inner():
    while True:
        try:
            value = yield "inner"
            if value == "stop":
                return "inner result"
            print("  inner got", value)
        except KeyError as error:
            print("  inner caught", error)


def show(name, function):
    try:
        print(name, "=", function())
    except BaseException as error:
        print(name, "->", type(error).__name__, error, getattr(error, "value", ""))


def drive(source, *actions):
    g = delegate(source)
    print("  first", next(g))
    results = []
    for action in actions:
        try:
            if isinstance(action, BaseException):
                results.append(g.throw(action))
            else:
                results.append(g.send(action))
        except StopIteration as stop:
            results.append(("stop", stop.value))
            break
        except BaseException as error:
            results.append(f"{type(error).__name__}: {error}")
            break
    return results, g.gi_yieldfrom is not None


show("generator", lambda: drive(inner(), "a", KeyError("k"), "stop"))
show("generator fails", lambda: drive(inner(), ValueError("v")))
show("list", lambda: drive([1, 2, 3], None, None, None))
show("list send", lambda: drive([1, 2], "x"))
show("list throw", lambda: drive([1, 2], ValueError("v")))
show("iterator", lambda: drive(Iterator(2), None, None))
show("iterator send", lambda: drive(Iterator(2), "x"))
show("with send", lambda: drive(WithSend(2), "x", ValueError("v"), GeneratorExit()))
show("stopping", lambda: drive(Stopping(3), ValueError("v")))
show("raising throw", lambda: drive(RaisingThrow(3), ValueError("v")))
show("string", lambda: list(delegate("abc")))
show("dict", lambda: list(delegate({1: 2})))
show("number", lambda: list(delegate(5)))
show("None", lambda: next(delegate(None)))
show("bad iter", lambda: next(delegate(type("B", (), {"__iter__": lambda self: 5})())))
show("raising iter", lambda: next(delegate(type("B", (), {"__iter__": lambda self: 1 / 0})())))
show("started generator", lambda: (lambda g: (next(g), drive(g, "b"), next(g)))(inner()))


def same(g):
    yield from g
    yield from g
    yield "both empty"


show("twice", lambda: list(same(iter([1, 2]))))


def stop_inside():
    raise StopIteration("explicit")
    yield


def stop_in_next():
    yield next(iter(()))


show("StopIteration inside", lambda: list(stop_inside()))
show("next of empty", lambda: list(stop_in_next()))
show("cause", lambda: (lambda e: (repr(e.__cause__), repr(e.__context__)))(catch(stop_in_next)))


def catch(make):
    try:
        list(make())
    except RuntimeError as error:
        return error


show("cause", lambda: (lambda e: (repr(e.__cause__), repr(e.__context__)))(catch(stop_in_next)))


def tree(node):
    if isinstance(node, list):
        total = 0
        for child in node:
            total += yield from tree(child)
        return total
    yield node
    return node


def root():
    total = yield from tree([1, [2, [3, 4]], 5])
    yield f"total {total}"


show("tree", lambda: list(root()))


def cyclic():
    yield from holder[0]


holder = [None]
holder[0] = cyclic()
show("cyclic", lambda: next(holder[0]))


def expression():
    x = [(yield 1), (yield 2)]
    y = (yield from (v for v in [3])) or "none"
    z = {(yield 4): (yield 5)}
    return x, y, z


g = expression()
try:
    value = next(g)
    while True:
        value = g.send(f"s{value}")
except StopIteration as stop:
    print(stop.value)
