# Names in class bodies: what methods, comprehensions, nested classes, lambdas, nonlocal, global and del see and do.
x = "global x"
class A:
    before = x
    x = "class x"
    after = x
    listed = [x for _ in range(1)]
    first_iterable = [i for i in x[:1]]
    lam = lambda: x
    def method(self):
        return x
    class Nested:
        seen = x
    del x
    deleted = x
print(A.before, A.after, A.listed, A.first_iterable, A.lam(), A().method(), A.Nested.seen, A.deleted, hasattr(A, "x"))
def function():
    x = "function x"
    class B:
        y = x
        x = "class again" if False else "class x"
        z = x
        def method(self):
            return x
    class C:
        nonlocal x
        x = "set by class C"
        def method(self):
            return x
    class D:
        global made_by_class
        made_by_class = "global from class"
        locals()["dynamic"] = 1
        named = "named" in locals() or sorted(k for k in locals() if not k.startswith("__"))
    return B, C, D, x
try:
    B, C, D, after = function()
    print(B.y, B.z, B().method(), C().method(), hasattr(C, "x"), after, made_by_class, D.dynamic, D.named)
except NameError as error:
    print(type(error).__name__, error)
def cell_in_class():
    value = 1
    class E:
        value = value if False else 2
        def get(self):
            return value
    return E.value, E().get()
try:
    print(cell_in_class())
except NameError as error:
    print(type(error).__name__, error)
class F:
    for i in range(3):
        pass
    with memoryview(b"") as m:
        pass
    try:
        1 / 0
    except ZeroDivisionError as e:
        text = str(e)
    import sys as s
    (walrus := 5)
    a, *b = "xyz"
print(sorted(k for k in vars(F) if not k.startswith("__")), F.i, F.text, F.walrus)
class G:
    __private = 1
    def __method(self): return self.__private
    def call(self): return self.__method()
    _G__other = 2
    def other(self): return self.__other
print(G().call(), G().other(), sorted(k for k in vars(G) if "private" in k or "method" in k))
class H:
    exec("inside = 1")
    print(inside, eval("inside + 1"), "inside" in dir())
    __qualname__ = "Renamed"
    __module__ = "elsewhere"
print(H, H.__name__, H.__qualname__, H.__module__)
try:
    class I:
        print(undefined_in_class)
except NameError as error:
    print(error)
