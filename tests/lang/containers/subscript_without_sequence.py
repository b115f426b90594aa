# What has `[]` of a mapping alone is no sequence: it is not iterated by index, unpacked, concatenated or reversed.
import contextvars
import operator
import re
import types


def attempt(label, function):
    try:
        print(label, "=>", function())
    except Exception as error:
        print(label, "=>", type(error).__name__, error)


def unpack(value):
    first, second = value
    return first, second


class Alias(types.GenericAlias):
    pass


class IndexedAlias(types.GenericAlias):
    def __getitem__(self, index):
        if index > 2:
            raise IndexError
        return index


match = re.match("(a)(b)", "ab")
values = [match, int | str, Alias(list, int), IndexedAlias(list, int), types.MappingProxyType({1: 2}), contextvars.Context()]
for value in values:
    name = type(value).__name__
    attempt(f"iter {name}", lambda: type(iter(value)).__name__)
    attempt(f"unpack {name}", lambda: unpack(value))
    attempt(f"star {name}", lambda: [*value])
    attempt(f"call {name}", lambda: max(*value))
    attempt(f"in {name}", lambda: "a" in value)
    attempt(f"reversed {name}", lambda: type(reversed(value)).__name__)
    attempt(f"concat {name}", lambda: operator.concat(value, value))
    attempt(f"iconcat {name}", lambda: operator.iconcat(value, [1]))
    attempt(f"indexOf {name}", lambda: operator.indexOf(value, "b"))
    attempt(f"countOf {name}", lambda: operator.countOf(value, "b"))
    attempt(f"group {name}", lambda: ExceptionGroup("g", value))
    attempt(f"bytearray.extend {name}", lambda: bytearray(b"").extend(value))


class Added:
    def __getitem__(self, index):
        raise IndexError

    def __add__(self, other):
        return "added"


class NotAdded(Added):
    def __add__(self, other):
        return NotImplemented


attempt("both sequences", lambda: operator.concat(Added(), Added()))
attempt("one a dict", lambda: operator.concat(Added(), {}))
attempt("refused", lambda: operator.concat(NotAdded(), NotAdded()))
attempt("numbers", lambda: operator.concat(1, 2))
attempt("list and tuple", lambda: operator.concat([1], (2,)))
attempt("in place", lambda: operator.iconcat([1], (2,)))
attempt("in place of a tuple", lambda: operator.iconcat((1,), [2]))
