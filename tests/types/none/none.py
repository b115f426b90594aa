"""None, Ellipsis and NotImplemented."""

def error(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as problem:
        print(f"{type(problem).__name__}: {problem}")


print(None, ..., NotImplemented, bool(None), bool(...))
for value in (None, ..., NotImplemented):
    print(type(value), type(value)() is value, value == value, value != 1, hash(value) == hash(value))
    error(type(value), 1)
    error(lambda: value < value)
    error(lambda: value.missing)
    error(setattr, value, "x", 1)
print(None.__eq__(None), None.__eq__(1), None.__bool__(), (...).__reduce__(), NotImplemented.__reduce__(), str(None))
import warnings
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    print(bool(NotImplemented), [str(each.message) for each in caught])
for value in (None, ..., NotImplemented):
    try:
        type("Sub", (type(value),), {})
    except TypeError as problem:
        print(problem)
