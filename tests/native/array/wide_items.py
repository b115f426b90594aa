# Items of array("u") that are no code points; arrays are mutable sequences.
import array, collections.abc
print(isinstance(array.array('B'), collections.abc.MutableSequence), isinstance(array.array('B'), collections.abc.Reversible))
a = array.array('u', b'\xff' * array.array('u').itemsize)
def t(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e).__name__, e)
for f in (a.tounicode, lambda: a[0], lambda: list(a), lambda: repr(a), lambda: a.pop(), lambda: a==a): t(f)
print(a.tobytes() == b'\xff'*a.itemsize)
