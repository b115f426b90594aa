# functools: caching, partial application, dispatch, ordering, wrapping.
import functools
from functools import WRAPPER_ASSIGNMENTS, cache, cached_property, cmp_to_key, lru_cache, partial, partialmethod, reduce, singledispatch, singledispatchmethod, total_ordering, update_wrapper, wraps

calls = []


@lru_cache(maxsize=2)
def square(n):
    "Square."
    calls.append(n)
    return n * n


print([square(n) for n in (1, 2, 1, 3, 2, 1)], calls, square.cache_info(), square.cache_parameters(), square.__name__, square.__doc__, square.__wrapped__(5))
square.cache_clear()
print(square.cache_info())


@cache
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(90), fib.cache_info())


@lru_cache(typed=True)
def kind(x, *, y=0):
    return type(x).__name__


print(kind(1), kind(1.0), kind(True), kind(1, y=1), kind.cache_info())
try:
    kind([])
except TypeError as error:
    print(error)

power = partial(pow, exp=2)
print(power(5), power.func is pow, power.args, power.keywords, partial(print, "a", sep="-")("b", "c"), partial(partial(int, base=2))("101"))
print(partial(max, 1, 2), partial(partial(max, 1), 2).args)


class Cell:
    def __init__(self):
        self.alive = False

    def set_state(self, state):
        self.alive = state

    set_alive = partialmethod(set_state, True)

    @cached_property
    def expensive(self):
        calls.append("expensive")
        return 42


cell = Cell()
cell.set_alive()
print(cell.alive, cell.expensive, cell.expensive, calls.count("expensive"), cell.__dict__)
del cell.expensive
print(cell.expensive, calls.count("expensive"))


@singledispatch
def show(value):
    return f"object {value!r}"


@show.register
def _(value: int):
    return f"int {value}"


@show.register(list)
def show_list(value):
    return f"list of {len(value)}"


@show.register
def _(value: float | None):
    return "float or None"


print(show("x"), show(1), show(True), show([1]), show(None), show(1.5), show.dispatch(bool) is show.dispatch(int), list(map(lambda t: t.__name__, show.registry)))


class Negator:
    @singledispatchmethod
    def neg(self, arg):
        raise NotImplementedError("cannot negate")

    @neg.register
    def _(self, arg: int):
        return -arg

    @neg.register
    def _(self, arg: str):
        return arg[::-1]


print(Negator().neg(5), Negator().neg("abc"))
try:
    Negator().neg(1.5)
except NotImplementedError as error:
    print(error)
for action in (lambda: show(), lambda: show.register("x"), lambda: reduce(lambda a, b: a, []), lambda: partial(), lambda: partial(3), lambda: lru_cache(maxsize="x")):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


@total_ordering
class Student:
    def __init__(self, name):
        self.name = name

    def __eq__(self, other):
        return self.name == other.name

    def __lt__(self, other):
        return self.name < other.name


x, y = Student("a"), Student("b")
print(x < y, x <= y, x > y, x >= y, x != y, max(x, y).name)
try:
    @total_ordering
    class Nothing:
        pass
except ValueError as error:
    print(error)

print(sorted([3, 1, 2], key=cmp_to_key(lambda a, b: b - a)), reduce(lambda a, b: a * b, range(1, 6)), reduce(lambda a, b: a + [b], "abc", []))


def logged(function):
    @wraps(function)
    def wrapper(*args, **kwargs):
        "Wrapper."
        print("calling", function.__name__)
        return function(*args, **kwargs)

    return wrapper


@logged
def greet(name: str) -> str:
    "Say hello."
    return f"hello {name}"


print(greet("bob"), greet.__name__, greet.__doc__, greet.__wrapped__.__name__, greet.__annotations__, WRAPPER_ASSIGNMENTS)
counted = update_wrapper(partial(greet, "eve"), greet)
print(counted(), counted.__doc__)
