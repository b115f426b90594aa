# Defaults are evaluated when the function is made; annotations too; order of decorators, defaults, annotations.
def note(x):
    print("eval", getattr(x, "__name__", x))
    return x


def deco(f):
    print("decorating", f.__name__)
    return f


@note(deco)
def f(a: note("annotation a") = note("default a"), *, b: note("annotation b") = note("default b")) -> note("return"):
    return a, b


print(f(), f(b=1))
functions = []
for i in range(3):
    def g(n=i, seen=[]):
        seen.append(n)
        return seen

    functions.append(g)
print([g() for g in functions], functions[0](9), functions[1]())


def h(x, cache={}):
    if x not in cache:
        print("computing", x)
        cache[x] = x * x
    return cache[x]


print(h(3), h(3), h.__defaults__)


class C:
    value = 1

    def method(self, x=value):
        return x

    value = 2


print(C().method(), C.value)
