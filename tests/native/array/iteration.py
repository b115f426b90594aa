"""Iterators of arrays follow changes and can be pickled."""
from array import array
import pickle

a = array("i", [1, 2, 3])
iterator = iter(a)
print(next(iterator), type(iterator).__name__, iterator.__reduce__()[1:])
a.append(4)
print(list(iterator), list(iterator), iterator.__reduce__()[1])
iterator = iter(a)
iterator.__setstate__(2)
print(list(iterator))
iterator = iter(a)
next(iterator)
print(list(pickle.loads(pickle.dumps(iterator))))
try:
    iterator.__setstate__("x")
except TypeError as error:
    print(error)
print(sum(a), max(a), sorted(a, reverse=True), [*a], dict(enumerate(a)), tuple(reversed(a)), list(map(str, a)))
print(array[int], a.__class_getitem__(str), a.__sizeof__() > 0)
