"""next and iter: defaults, the value of StopIteration, __next__ in Python."""

def error(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as problem:
        print(f"{type(problem).__name__}: {problem}")


def generate():
    yield 1
    return "value"
generator = generate()
print(next(generator), next(generator, "default"), next(generator, "again"))
generator = generate()
next(generator)
try:
    next(generator)
except StopIteration as stop:
    print(stop.value, stop.args)
class Counter:
    def __init__(self):
        self.count = 0
    def __iter__(self):
        return self
    def __next__(self):
        self.count += 1
        if self.count > 2:
            raise StopIteration("done")
        return self.count
print(list(Counter()), next(Counter()))
counter = Counter()
counter.count = 5
try:
    next(counter)
except StopIteration as stop:
    print(stop.args)
class Failing:
    def __next__(self):
        raise KeyError("k")
error(next, Failing())
error(next, Failing(), "default")
error(next, [1])
error(next)
error(next, 1, 2, 3)
error(iter)
print(iter("abc").__class__.__name__, iter({}).__class__.__name__, iter({1}).__class__.__name__, iter(b"a").__class__.__name__)
