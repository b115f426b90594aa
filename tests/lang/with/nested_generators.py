# with inside generators, closing them, and managers as class decorators.
import contextlib


@contextlib.contextmanager
def opened(name):
    print("open", name)
    try:
        yield name
    finally:
        print("close", name)


def lines(*names):
    for name in names:
        with opened(name) as n:
            for i in range(2):
                yield f"{n}{i}"


g = lines("a", "b")
print(next(g), next(g), next(g))
g.close()
print(list(lines("c")))


def failing():
    with opened("f"):
        yield 1
        raise ValueError("inside")


try:
    for x in failing():
        print(x)
except ValueError as error:
    print(error)
with opened("x") as a, opened(a + "y") as b, opened(a + b) as c:
    print(a, b, c)


class Stack(contextlib.ExitStack):
    def add(self, name):
        return self.enter_context(opened(name))


with Stack() as stack:
    names = [stack.add(n) for n in "12"]
    moved = stack.pop_all()
    print("moved", names)
moved.close()


class Timer(contextlib.ContextDecorator):
    def __enter__(self):
        print("start")
        return self

    def __exit__(self, *exc):
        print("stop", exc[0])
        return True


@Timer()
def work(x):
    print("work", x)
    return 1 / x


print(work(1), work(0))
with contextlib.closing(lines("z")) as z:
    print(next(z))
print(z.gi_frame)
