"""`self.__class__` and calls with * and ** in hot code, also where the class changes or only pretends."""


class A:
    def __init__(self, value):
        self.value = value

    def __eq__(self, other):
        if other.__class__ is self.__class__:
            return (self.value,) == (other.value,)
        return NotImplemented


class B(A):
    pass


class Pretender:
    __class__ = property(lambda self: A)
    value = 3


def equal(n, other):
    return sum(A(i % 5) == other for i in range(n))


def names(n, values):
    out = {}
    for i in range(n):
        name = values[i % len(values)].__class__.__name__
        out[name] = out.get(name, 0) + 1
    return out


def changed(n):
    item = A(1)
    seen = []
    for i in range(n):
        if i == n - 2:
            item.__class__ = B
        if i > n - 4:
            seen.append(item.__class__.__name__)
    return seen


def counted(f):
    def wrapper(*args, **kwargs):
        wrapper.count += 1
        return f(*args, **kwargs)

    wrapper.count = 0
    return wrapper


@counted
def add(a, b=2, *rest, c=3, **more):
    return a + b + c + len(rest) + len(more)


def calls(n):
    out = 0
    for i in range(n):
        out += add(i) + add(i, 1) + add(i, b=i) + add(i, c=1, d=2) + add(*[1, 2, 3], **{"c": i, "e": 1})
    try:
        add(1, **{"c": 1}, c=2)
    except TypeError as error:
        print(error)
    try:
        add(**{})
    except TypeError as error:
        print(error)
    return out, add.count


for size in (3, 400):
    print(equal(size, A(2)), equal(size, B(2)), equal(size, Pretender()), equal(size, 2))
    print(names(size, [1, 1.5, "a", None, A(1), B(1), Pretender(), A, type, len]), changed(size), calls(size))
