# Decorators: evaluation order of decorators, defaults, annotations and bases; any expression; what is bound and when.
log = []


def note(value, label=None):
    log.append(label or value)
    return value


def deco(name):
    note(name, f"make {name}")

    def apply(target):
        note(name, f"apply {name} to {getattr(target, '__name__', target)}")
        return target

    return apply


@deco("outer")
@deco("inner")
def f(a: note(int, "annotation a") = note(1, "default a"), *, k: note(str, "annotation k") = note(2, "default k")) -> note(None, "return"):
    """Doc."""


print(log)
log.clear()


@deco("class outer")
@deco("class inner")
class C(note(object, "base"), metaclass=note(type, "metaclass")):
    note(0, "body")

    @deco("method")
    def m(self): ...


print(log)
log.clear()
x = 5
try:

    @note
    @(lambda f: x.missing)
    def g(): ...

except AttributeError as error:
    print(error, "g" in globals())


@lambda f: 5
def five(): ...


@[lambda f: "indexed"][0]
def item(): ...


@(choice := print) if False else (lambda f: "walrus")
def walrus(): ...


@str
class Text: ...


@property
def prop(self): ...


print(five, item, walrus, Text, type(prop).__name__)


def once(function):
    previous = globals().get(function.__name__)
    log.append((function.__name__, previous))
    return f"decorated {function.__name__}, previous {previous}"


@once
def twice(): ...


@once
def twice(): ...


print(twice, log)


class Register:
    def __init__(self):
        self.found = {}

    def __call__(self, key):
        def keep(function):
            self.found[key] = function
            return function

        return keep

    def __matmul__(self, other):
        return lambda function: (self, other)[1]


register = Register()


class Handlers:
    @register("a")
    def handle_a(self):
        return "a handled"

    @register("b")
    @staticmethod
    def handle_b():
        return "b handled"

    @register @ "operator result"
    def handle_c(self): ...

    @staticmethod
    def helper(function):
        return f"helped {function.__name__}"

    @helper
    def uses_helper(self): ...


print(sorted(register.found), register.found["a"](None), register.found["b"](), Handlers.handle_c, Handlers.uses_helper)
import functools


def wrapper(function):
    @functools.wraps(function)
    def inner(*args, **kwargs):
        return ("wrapped", function(*args, **kwargs))

    return inner


@wrapper
def documented(a, b=2) -> int:
    """Docs."""
    return a + b


documented.extra = 1
print(documented(1), documented.__name__, documented.__doc__, documented.__wrapped__(1), documented.__annotations__, documented.__qualname__, wrapper(documented).extra)
for text in ["@\ndef f(): pass", "@f\nx = 1", "@f", "@x y\ndef f(): pass", "@f def g(): pass", "@yield\ndef f(): pass", "@*a\ndef f(): pass", "@a, b\ndef f(): pass", "@(yield)\ndef f(): pass", "@f()\n@\nclass C: pass"]:
    try:
        compile(text, "f", "exec")
        print(repr(text), "fine")
    except SyntaxError as error:
        print(repr(text), error)
