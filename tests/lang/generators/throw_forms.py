# throw() in every form and state: classes, instances, three arguments, tracebacks, wrong values, ended generators.
import warnings

warnings.simplefilter("ignore")


def gen():
    while True:
        try:
            got = yield "ready"
            print("  got", got)
        except ValueError as error:
            print("  caught", repr(error), error.__context__)
            yield "handled"


def show(name, function):
    try:
        print(name, "=", function())
    except BaseException as error:
        print(name, "->", type(error).__name__, error, repr(error.__context__), repr(error.__cause__))


def started():
    g = gen()
    next(g)
    return g


show("class", lambda: started().throw(ValueError))
show("instance", lambda: started().throw(ValueError("x")))
show("class, value", lambda: started().throw(ValueError, "text"))
show("class, tuple", lambda: started().throw(ValueError, (1, 2)))
show("class, instance", lambda: started().throw(Exception, ValueError("sub")))
show("class, other instance", lambda: started().throw(ValueError, KeyError("k")))
show("instance, value", lambda: started().throw(ValueError("x"), 5))
show("instance, None, None", lambda: started().throw(ValueError("x"), None, None))
show("bad traceback", lambda: started().throw(ValueError, None, 5))
show("not an exception", lambda: started().throw(5))
show("not an exception class", lambda: started().throw(int))
show("None", lambda: started().throw(None))
show("no argument", lambda: started().throw())
show("four", lambda: started().throw(1, 2, 3, 4))
show("class that fails", lambda: started().throw(type("Bad", (Exception,), {"__init__": lambda self: 1 / 0})))
show("class that makes others", lambda: started().throw(type("Odd", (Exception,), {"__new__": lambda cls: 5})))
show("unhandled", lambda: started().throw(KeyError("k")))
show("unstarted", lambda: gen().throw(ValueError("early")))
g = gen()
show("unstarted ends", lambda: g.throw(ValueError("early")))
show("then next", lambda: next(g))
show("ended", lambda: g.throw(ValueError("late")))
show("ended again", lambda: g.throw(KeyError))
show("StopIteration", lambda: started().throw(StopIteration(5)))
show("GeneratorExit", lambda: started().throw(GeneratorExit))
show("SystemExit", lambda: started().throw(SystemExit(3)))
g = started()
show("sends after", lambda: (g.throw(ValueError("one")), g.send("two"), g.throw(ValueError("three"))))


def context():
    try:
        1 / 0
    except ZeroDivisionError:
        try:
            yield 1
        except KeyError as error:
            print("  context", repr(error.__context__))
            raise


g = context()
next(g)
show("context", lambda: g.throw(KeyError("k")))


def reraises():
    try:
        yield
    except ValueError:
        raise RuntimeError("other")


g = reraises()
next(g)
show("reraises", lambda: g.throw(ValueError("first")))


def suppressed():
    try:
        yield
    except ValueError as error:
        raise RuntimeError("from") from error


g = suppressed()
next(g)
show("from", lambda: g.throw(ValueError("first")))


def returns():
    try:
        yield
    except ValueError:
        return "returned"


g = returns()
next(g)
try:
    g.throw(ValueError)
except StopIteration as stop:
    print("value", stop.value, stop.args)


def same():
    try:
        yield
    except ValueError as error:
        yield error


g = same()
next(g)
error = ValueError("identity")
print(g.throw(error) is error, error.__traceback__.tb_frame.f_code.co_name)
try:
    raise TypeError("outer")
except TypeError:
    g = same()
    next(g)
    print(repr(g.throw(ValueError("inner")).__context__))
