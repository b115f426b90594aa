"""inspect on classes, members, generators, coroutines and frames."""
import inspect


class Base:
    """Documented."""
    shared = 1

    def method(self): ...


class Child(Base):
    def __init__(self):
        self.own = 2

    @property
    def prop(self): return 3

    @classmethod
    def make(cls): ...

    @staticmethod
    def tool(): ...

    def method(self): ...
    async def go(self): ...
    def gen(self): yield
    async def agen(self): yield


child = Child()
for name, value in inspect.getmembers(Child, lambda v: not inspect.isbuiltin(v)):
    if not name.startswith("__"):
        print(name, type(value).__name__)
for attribute in inspect.classify_class_attrs(Child):
    if not attribute.name.startswith("__"):
        print(attribute.name, attribute.kind, attribute.defining_class.__name__)
print(inspect.getmro(Child), inspect.getdoc(Child), inspect.getdoc(Child.method))
tests = ["isfunction", "ismethod", "isclass", "isbuiltin", "isroutine", "isgeneratorfunction", "iscoroutinefunction", "isasyncgenfunction",
         "ismethoddescriptor", "isdatadescriptor", "isabstract", "iscode"]
for thing in (Child.method, child.method, Child, len, Child.gen, Child.go, Child.agen, Child.__dict__["prop"], str.upper, int.real, child.method.__code__):
    print([test for test in tests if getattr(inspect, test)(thing)])
print(inspect.getattr_static(child, "prop").__class__, inspect.getattr_static(child, "own"), inspect.getattr_static(child, "nope", None))


def generator():
    x = 1
    yield x
    y = x
    yield y


g = generator()
print(inspect.getgeneratorstate(g), inspect.getgeneratorlocals(g))
next(g)
print(inspect.getgeneratorstate(g), inspect.getgeneratorlocals(g))
next(g)
print(inspect.getgeneratorlocals(g))
g.close()
print(inspect.getgeneratorstate(g))
c = child.go()
print(inspect.getcoroutinestate(c), inspect.isawaitable(c))
c.close()


def outer():
    secret = 1
    def inner():
        return secret, len, missing
    return inner


print(inspect.getclosurevars(outer())[::3], inspect.getclosurevars(outer()).nonlocals)


def caller():
    return [info.function for info in inspect.stack()][:2], inspect.stack()[1].code_context


print(caller())
print(inspect.getargvalues(inspect.currentframe())[:3], inspect.unwrap(caller) is caller)
print(inspect.getcallargs(lambda a, b=2, *c, d=4, **e: 0, 1, e=5))
