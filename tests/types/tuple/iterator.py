"""tuple iterators."""

def error(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as problem:
        print(f"{type(problem).__name__}: {problem}")


iterator = iter((1, 2, 3))
print(next(iterator), iterator.__length_hint__(), iterator.__reduce__())
iterator.__setstate__(2)
print(list(iterator), iterator.__length_hint__(), iterator.__reduce__())
error(iter(()).__setstate__, 1.5)
print(type(iterator), iter(iterator) is iterator)
error(type(iterator))
print(list(reversed((1, 2, 3))), reversed((1, 2)).__reduce__())
