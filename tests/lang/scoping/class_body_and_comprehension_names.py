# Names in class bodies: found in the class, then past it; comprehensions and lambdas there see past the class.
x = "global"
y = "global y"


def outer():
    x = "outer"

    class A:
        x = x + " seen from A"
        items = [x for _ in range(2)]
        first = [item for item in [x]]
        pairs = {x: y for x in "a"}
        later = lambda self: x
        nested = [[x for _ in "a"] for _ in "b"]

        def method(self):
            return x, __class__.__name__

        class Inner:
            shown = x

    return A


A = outer()
print(A.x, A.items, A.first, A.pairs, A().later(), A.nested, A().method(), A.Inner.shown)


class B:
    try:
        print(z)
    except NameError as error:
        print(error)
    y = y
    del y
    print(y)
    global w
    w = "set globally from a class"
    exec("made = [y for _ in 'a']")
    print(made, sorted(name for name in dir() if not name.startswith("__")))
    locals()["injected"] = 1


print(w, B.injected, hasattr(B, "w"))


def closure():
    n = 1

    class C:
        nonlocal n
        n = 2
        m = n

    return n, C.m, hasattr(C, "n")


print(closure())


class Namespace(dict):
    def __missing__(self, key):
        if key.startswith("auto_"):
            return key.upper()
        raise KeyError(key)


class Meta(type):
    @classmethod
    def __prepare__(cls, name, bases):
        return Namespace()

    def __new__(cls, name, bases, namespace):
        return super().__new__(cls, name, bases, dict(namespace))


class D(metaclass=Meta):
    value = auto_one, auto_two
    listed = [auto_three for _ in "a"] if False else "no comprehension"

    def method(self):
        return value


print(D.value, D.listed)
try:
    D().method()
except NameError as error:
    print(error)
try:
    exec("class E(metaclass=Meta):\n    v = [auto_x for _ in 'a']", globals())
except NameError as error:
    print(error)
print([n for n in dir(D) if not n.startswith("__")])
