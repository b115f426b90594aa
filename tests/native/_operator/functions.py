"""operator: functions, attrgetter, itemgetter, methodcaller."""

def error(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as problem:
        print(f"{type(problem).__name__}: {problem}")


import operator
from operator import attrgetter, itemgetter, methodcaller
print(attrgetter("real")(5), attrgetter("real", "imag")(5), attrgetter("__class__.__name__")(5), attrgetter("a.b", "c"))
print(itemgetter(1)("abc"), itemgetter(0, -1)("abc"), itemgetter(slice(1))("abc"), itemgetter("k")({"k": 1}), itemgetter(1, 2))
print(methodcaller("upper")("a"), methodcaller("replace", "a", "b")("aa"), methodcaller("split", sep=",")("a,b"), methodcaller("f", 1, k=2))
for call in (lambda: attrgetter(), lambda: attrgetter(5), lambda: attrgetter("x")(5), lambda: attrgetter("x")(), lambda: itemgetter(), lambda: itemgetter(5)("a"),
             lambda: itemgetter(1)(1, 2), lambda: methodcaller(), lambda: methodcaller(5), lambda: methodcaller("x")(5), lambda: itemgetter(x=1)):
    error(call)
print(operator.add(1, 2), operator.iadd([1], [2]), operator.concat("a", "b"), operator.contains([1], 1), operator.countOf([1, 1], 1), operator.indexOf("abc", "c"))
print(operator.index(True), operator.truth([]), operator.not_(0), operator.is_(None, None), operator.pow(2, 3), operator.matmul, operator.call(max, 1, 2))
for call in (lambda: operator.concat(1, 2), lambda: operator.indexOf([1], 5), lambda: operator.indexOf(5, 5), lambda: operator.index("a"), lambda: operator.add(1),
             lambda: operator.getitem(1, 2), lambda: operator.call(), lambda: operator.neg("a")):
    error(call)
print(attrgetter("a").__reduce__(), itemgetter(1).__reduce__(), methodcaller("a", 1).__reduce__(), methodcaller("a", k=1).__reduce__())
import _operator
print(_operator._compare_digest("a", "a"), _operator._compare_digest(b"a", bytearray(b"b")), _operator._compare_digest("ab", "a"))
error(_operator._compare_digest, "é", "a")
error(_operator._compare_digest, "a", b"a")
