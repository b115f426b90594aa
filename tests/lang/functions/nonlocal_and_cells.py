# Cells: shared by siblings, in loops, through classes and comprehensions, deleted, unbound, of arguments and recursion.
def counter():
    n = 0

    def up(by=1):
        nonlocal n
        n += by
        return n

    def down():
        nonlocal n
        n -= 1
        return n

    def drop():
        nonlocal n
        del n

    return up, down, drop


up, down, drop = counter()
print(up(), up(5), down(), up.__closure__[0] is down.__closure__[0], up.__code__.co_freevars)
drop()
for function in (up, down, drop):
    try:
        function()
    except NameError as error:
        print(type(error).__name__, error, error.name)


def arguments(a, b=2, *args, c=3, **kw):
    def inner():
        return a, b, args, c, kw

    a = "changed"
    del b
    return inner


try:
    arguments(1)()
except NameError as error:
    print(error)


def unbound():
    print(late)
    late = 1


def maybe(flag):
    if flag:
        value = 1
    return value


def inner_unbound():
    def inner():
        return later

    try:
        inner()
    except NameError as error:
        print(type(error).__name__, error)
    later = "now"
    return inner()


def except_clears():
    try:
        raise ValueError("gone")
    except ValueError as e:
        keep = lambda: e
    return keep()


def except_name():
    e = "before"
    try:
        1 / 0
    except ZeroDivisionError as e:
        pass
    return e


def loop_variable():
    functions = [lambda: i for i in range(3)]
    more = []
    for j in range(3):
        more.append(lambda: j)
    j = "rebound"
    return [f() for f in functions], [f() for f in more], [(lambda k=k: k)() for k in range(3)]


def with_class():
    x = 1

    class C:
        x = 2
        y = [x for _ in range(1)]

        def f(self):
            nonlocal x
            x += 10
            return x

    return C.x, C.y, C().f(), x


def recursion(n):
    def inner(k):
        return n if k == 0 else inner(k - 1)

    return inner(n)


def generator_cell():
    state = []

    def gen():
        for i in range(3):
            state.append(i)
            yield lambda: (i, list(state))

    return [f() for f in gen()], [f() for f in list(gen())]


def walrus():
    values = [last := n for n in range(3)]
    inner = lambda: last
    last = 9
    return values, inner(), last


def star_names():
    first, *rest = range(3)
    return (lambda: (first, rest))()


def deep():
    a = 1

    def two():
        def three():
            def four():
                nonlocal a
                a += 1
                return a

            return four

        return three

    return two()()(), two()()(), two().__code__.co_freevars


for function in (unbound, lambda: maybe(False), inner_unbound, except_clears, except_name, loop_variable, with_class, lambda: recursion(4), generator_cell, walrus, star_names, deep):
    try:
        print(function.__name__, function())
    except NameError as error:
        print(function.__name__, type(error).__name__, error)
for text in ["def f():\n nonlocal x", "nonlocal x", "def f(x):\n global x", "def f(x):\n nonlocal x", "def f():\n x = 1\n global x", "def f():\n print(x)\n global x", "def f():\n x = 1\n def g():\n  print(x)\n  nonlocal x", "def f():\n global x\n def g():\n  nonlocal x", "class C:\n nonlocal x", "def f():\n global x\n nonlocal x", "def f():\n x: int\n global x", "global x\nx: int = 1", "def f():\n global x\n x: int = 1", "def f():\n [x := 1 for x in y]", "class C:\n [x := 1 for y in z]", "def f():\n [i for i in (i := [1])]", "[[j := 0 for i in range(5)] for j in range(5)]", "def f():\n import a.b as __debug__", "__debug__ = 1", "def f(__debug__): pass", "f(__debug__=1)", "def f(a, a): pass", "lambda a, a: 1", "def f(a, *, a): pass", "def f(*, **k): pass", "def f(*): pass", "def f(a=1, b): pass", "def f(a, /, b, /): pass", "def f(/, a): pass", "def f(*a, *b): pass", "def f(**k, a): pass", "def f(*a, /): pass"]:
    try:
        compile(text, "f", "exec")
        print(repr(text), "fine")
    except SyntaxError as error:
        print(repr(text), error.msg, error.lineno, error.offset)
