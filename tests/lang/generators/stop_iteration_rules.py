# StopIteration: raised inside (PEP 479), as return value, of tuples and exceptions, through yield from, next() defaults, iterators that resume.
def show(action):
    try:
        print(action())
    except BaseException as error:
        print(type(error).__name__, error, "cause", type(error.__cause__).__name__, "context", type(error.__context__).__name__)
def raises(error):
    yield 1
    raise error
for error in (StopIteration(), StopIteration(5), StopAsyncIteration(), RuntimeError("own")):
    show(lambda: list(raises(error)))
def returns(value):
    return value
    yield
for value in (None, 5, (1, 2), (), StopIteration(3), ValueError("v"), [1]):
    def outer():
        result = yield from returns(value)
        print("  result", repr(result))
    show(lambda: list(outer()))
    try:
        next(returns(value))
    except StopIteration as error:
        print("  value", repr(error.value), repr(error.args))
def inner_next():
    while True:
        yield next(iter([]))
show(lambda: list(inner_next()))
show(lambda: [next(iter([])) for _ in range(2)])
show(lambda: list(next(iter([])) for _ in range(2)))
show(lambda: {k: next(iter([])) for k in "a"})
show(lambda: next(iter([]), "default"))
show(lambda: next(3))
show(lambda: next([]))
show(lambda: next(iter([]), 1, 2))
class Resumes:
    def __init__(self): self.calls = 0
    def __iter__(self): return self
    def __next__(self):
        self.calls += 1
        if self.calls % 3 == 0:
            raise StopIteration
        return self.calls
r = Resumes()
print(list(r), list(r), [*r], sum(r))
class ValueStop:
    def __iter__(self): return self
    def __next__(self): raise StopIteration("hidden value")
def delegates():
    return (yield from ValueStop())
show(lambda: list(delegates()))
try:
    next(delegates())
except StopIteration as error:
    print(error.value)
class Sub(StopIteration):
    pass
class SubStop:
    def __iter__(self): return self
    def __next__(self): raise Sub("sub")
show(lambda: list(SubStop()))
show(lambda: (lambda: (yield from SubStop()))().__next__())
def try_return():
    try:
        return "try"
    finally:
        yield "finally yields"
g = try_return()
show(lambda: next(g))
show(lambda: next(g))
def return_in_finally():
    try:
        yield 1
        raise KeyError("swallowed")
    finally:
        return "replaced"
g = return_in_finally()
print(next(g))
show(lambda: next(g))
e = StopIteration(1, 2)
print(e.value, e.args)
e.value = "new"
print(e.value, e.args, StopIteration().value)
