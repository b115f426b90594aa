# Code objects whose constants marshal cannot write: they run, and are refused as a whole, also inside other code.
import marshal


def refused(value):
    try:
        marshal.dumps(value)
    except ValueError as error:
        return str(error)
    return "written"


def f():
    return "here"


def outer():
    def inner():
        return "here"

    return inner


for thing in (object(), len, f, [], {"a": 1}, {1}, range(3), (1, [2]), Ellipsis, 10**30, ("a", frozenset({"b"}))):
    constants = tuple(thing if value == "here" else value for value in f.__code__.co_consts)
    code = f.__code__.replace(co_consts=constants)
    f.__code__ = code.replace(co_name="g")
    print(f.__code__.co_name, f() is thing, refused(code), refused(f.__code__), refused([code]))
    f.__code__ = f.__code__.replace(co_consts=tuple("here" if value is thing else value for value in constants))
    print(f(), refused(f.__code__))

inside = next(value for value in outer.__code__.co_consts if hasattr(value, "co_code"))
changed = inside.replace(co_consts=tuple(len if value == "here" else value for value in inside.co_consts))
outer.__code__ = outer.__code__.replace(
    co_consts=tuple(changed if value is inside else value for value in outer.__code__.co_consts)
)
print(outer()() is len, refused(outer.__code__))
