# contextlib: generator managers, closing, suppress, ExitStack, redirect_stdout, nullcontext.
import contextlib
import io


@contextlib.contextmanager
def tag(name):
    print(f"<{name}>")
    try:
        yield name
    except ValueError as error:
        print("caught", error)
    finally:
        print(f"</{name}>")


with tag("p") as p, tag("b"):
    print(p)
with tag("err"):
    raise ValueError("inside")
try:
    with tag("key"):
        raise KeyError("out")
except KeyError:
    print("passed through")
with contextlib.suppress(ZeroDivisionError, KeyError):
    1 / 0
buffer = io.StringIO()
with contextlib.redirect_stdout(buffer):
    print("captured")
print(repr(buffer.getvalue()))
with contextlib.ExitStack() as stack:
    for name in "xy":
        stack.enter_context(tag(name))
    stack.callback(print, "callback")
    print("body")


@tag("decorated")
def f():
    print("in f")


f()
with contextlib.nullcontext(5) as five:
    print(five)


@contextlib.contextmanager
def twice():
    yield 1
    yield 2


try:
    with twice():
        pass
except RuntimeError as error:
    print(error)
