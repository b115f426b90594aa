# Setting and deleting the attributes of types, and of __dict__ through a descriptor of another class.
def t(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e).__name__, e)
class X:
    "elephant"
X.__doc__ = "banana"; print(X.__doc__)
def f(): type.__dict__["__doc__"].__set__(list, "blah")
t(f)
def f(): type.__dict__["__doc__"].__delete__(X)
t(f)
def f(): type.__dict__["__doc__"].__delete__(list)
t(f)
def f(): del X.__doc__
t(f)
def f(): X.__name__ = 5
t(f)
def f(): del X.__name__
t(f)
def f(): del list.__name__
t(f)
def f(): del X.__qualname__
t(f)
def f(): del X.__bases__
t(f)
def f(): del X.__module__
t(f); print(X.__module__)
def f(): del X.__abstractmethods__
t(f)
def f(): del list.append
t(f)
def f(): list.foo=1
t(f)
class C(object): pass
a=C()
def setd(o, v): o.__dict__=v
t(lambda: setd(a, None)); t(lambda: setd(a, [])); t(lambda: setd(a,1))
def deld(o): del o.__dict__
t(lambda: deld(a)); a.x=1; t(lambda: a.x)
class Base(object): pass
def verify_dict_readonly(x):
    t(lambda: setd(x, {}))
    t(lambda: deld(x))
    dict_descr = Base.__dict__["__dict__"]
    t(lambda: dict_descr.__set__(x, {}))
verify_dict_readonly(type)
class Meta1(type, Base): pass
class Meta2(Base, type): pass
class D(object, metaclass=Meta1): pass
class E(object, metaclass=Meta2): pass
for cls in D, E:
    verify_dict_readonly(cls)
    class_dict=cls.__dict__
    t(lambda: type(class_dict)["spam"])
verify_dict_readonly(__import__('os'))
