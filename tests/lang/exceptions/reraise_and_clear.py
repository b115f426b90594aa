# raise without arguments, exceptions kept in variables, and deleted names.
import sys


def reraise():
    try:
        1 / 0
    except ZeroDivisionError:
        try:
            [][1]
        except IndexError:
            pass
        raise


try:
    reraise()
except ZeroDivisionError as error:
    print("again", error)
try:
    raise
except RuntimeError as error:
    print(error)
kept = None
try:
    {}["x"]
except KeyError as e:
    kept = e
print("e" in globals(), repr(kept), kept.__traceback__ is not None)
try:
    raise kept
except KeyError as e:
    print(e is kept, e.__context__)


def nested():
    try:
        raise ValueError("a")
    except ValueError:
        print(sys.exception())
        try:
            raise TypeError("b")
        except TypeError as inner:
            print(sys.exception(), repr(inner.__context__))
        print(sys.exception())
    print(sys.exception())


nested()


def gen():
    try:
        raise ValueError("in generator")
    except ValueError:
        yield sys.exception()
        yield sys.exception()


g = gen()
print(repr(next(g)), sys.exception())
try:
    raise KeyError("outside")
except KeyError:
    print(repr(next(g)), repr(sys.exception()))
e1 = ValueError(1)
e2 = TypeError(2)
try:
    try:
        raise e1
    except ValueError:
        raise e2 from e2.__cause__
except TypeError as error:
    print(repr(error.__context__), error.__cause__, error.__suppress_context__)
try:
    raise e1 from None
except ValueError as error:
    print(error.__suppress_context__, error.__context__)
