# Comparing lists, tuples and others: identity first, the first difference decides, odd results of __eq__ and __lt__.
class Odd:
    def __init__(self, name, eq=NotImplemented, lt=NotImplemented):
        self.name, self.eq, self.lt = name, eq, lt

    def __eq__(self, other):
        log.append(self.name + "==")
        return self.eq

    def __lt__(self, other):
        log.append(self.name + "<")
        return self.lt

    def __gt__(self, other):
        log.append(self.name + ">")
        return self.lt

    __hash__ = None


class NoBool:
    def __bool__(self):
        raise ValueError("no truth")


log = []


def show(name, function):
    log.clear()
    try:
        print(name, repr(function()) if not isinstance(function(), Odd) else "odd", log)
    except Exception as error:
        print(name, type(error).__name__, error, log)


nan = float("nan")
odd = Odd("o", eq=False)
print([nan] == [nan], (nan,) == (nan,), [nan] == [float("nan")], nan in [nan], [nan].index(nan), {nan: 1} == {nan: 1}, [nan].count(nan), nan in (nan,), [nan] < [nan], [nan] <= [nan])
show("identity", lambda: [odd] == [odd])
show("identity !=", lambda: [odd] != [odd])
show("identity <", lambda: [odd] < [odd])
show("different", lambda: [Odd("a", False)] == [Odd("b", True)])
show("reflected", lambda: [Odd("a")] == [Odd("b", True)])
show("none decides", lambda: [Odd("a")] == [Odd("b")])
show("text truth", lambda: [Odd("a", "yes")] == [1])
show("empty truth", lambda: (Odd("a", []),) == (1,))
show("no truth", lambda: [Odd("a", NoBool())] == [1])
show("lt result is returned", lambda: [Odd("a", False, "less")] < [1])
show("lt NotImplemented", lambda: [Odd("a", False)] < [1])
show("lt list", lambda: (Odd("a", False, []),) > (1,))
show("lengths", lambda: [Odd("a", True)] < [1, 2])
show("lengths ==", lambda: [Odd("a", True)] == [1, 2])
show("in list", lambda: Odd("a", "x") in [1])
show("in no truth", lambda: Odd("a", NoBool()) in [1])
show("index", lambda: [1, Odd("b", True)].index(5))
show("count", lambda: (Odd("b", 1), Odd("c", 0), Odd("d")).count(5))
show("remove", lambda: [Odd("b", NoBool())].remove(5))
show("max", lambda: max(Odd("a", lt=True), Odd("b", lt=True)).name)
show("min", lambda: min([Odd("a", lt=NoBool()), Odd("b", lt=NoBool())]).name)
show("sorted", lambda: sorted([Odd("a", lt=NoBool()), Odd("b", lt=NoBool())]))
for text in ["[1] < (1,)", "[1] == (1,)", "(1, 2) < (1, 'a')", "(1, 2) < (2, 'a')", "[1, [2]] < [1, [2, 0]]", "() < (None,)", "(None,) < (None,)", "(None, 1) < (None, 2)", "[] < [[]]", "range(3) == [0, 1, 2]", "range(3) < range(4)", "range(0) == range(2, 1)", "range(0, 3, 2) == range(0, 4, 2)", "b'a' < 'a'", "b'a' == 'a'", "b'a' < bytearray(b'b')", "bytearray(b'a') == b'a'", "memoryview(b'a') == b'a'", "memoryview(b'a') < b'b'", "array == 1 if (array := 0) else slice(1) < slice(2)", "slice(1, 2) == slice(1, 2)", "slice(1) < 1", "slice(None, 1) < slice(None, 'a')", "1 < 'a' < 2", "1 < 2 > 'a'", "3 > 2 > 1", "1 == 1.0 is True", "{} < {}", "None < None", "1j <= 1j", "'a' < None", "... == ...", "[[1]] == [[True]]", "(1).__lt__('a')", "(1).__eq__(1.0)", "object() < object()", "type < int", "int == type(1)", "[1, 2] in [[1, 2.0]]"]:
    try:
        print(text, "=", eval(text))
    except TypeError as error:
        print(text, "->", error)
