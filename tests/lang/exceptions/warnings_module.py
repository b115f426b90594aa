# warnings: categories, filters, errors and where a warning points.
import warnings


def old():
    warnings.warn("old is deprecated", DeprecationWarning, stacklevel=2)
    return 1


with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    old()
    warnings.warn("plain")
    warnings.warn(RuntimeWarning("instance"))
    print([(w.category.__name__, str(w.message), w.lineno) for w in caught])
with warnings.catch_warnings():
    warnings.simplefilter("error")
    try:
        old()
    except DeprecationWarning as error:
        print("raised", error)
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("once")
    for _ in range(3):
        old()
    print(len(caught))
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    eval("1 is 1")
    eval("'\\d'")
    print([str(w.message) for w in caught], [w.category.__name__ for w in caught])
try:
    warnings.warn("x", int)
except TypeError as error:
    print(error)
