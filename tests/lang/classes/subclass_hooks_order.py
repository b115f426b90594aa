# __set_name__ of every attribute in order of definition, then __init_subclass__ of the parent, then the metaclass's __init__.
log = []
class Named:
    def __init__(self, tag):
        self.tag = tag
    def __set_name__(self, owner, name):
        log.append((self.tag, owner.__name__, name, "late" in vars(owner)))
        if self.tag == "adds":
            owner.late = Named("late")
class Meta(type):
    def __init__(cls, name, bases, namespace, **kwargs):
        log.append(("meta init", name))
        super().__init__(name, bases, namespace)
class Base(metaclass=Meta):
    def __init_subclass__(cls, /, tag=None, **kwargs):
        log.append(("init_subclass", cls.__name__, tag, sorted(k for k in vars(cls) if not k.startswith("__"))))
        super().__init_subclass__(**kwargs)
class A(Base, tag="a"):
    z = Named("z")
    adds = Named("adds")
    a = Named("a")
    alias = a
class B(A):
    pass
for entry in log:
    print(entry)
def show(source):
    try:
        exec(source, globals())
    except Exception as error:
        print(type(error).__name__, error, getattr(error, "__notes__", None))
show("class C(Base, unknown=1): pass")
show("class C(unknown=1): pass")
show("class C(Base, tag=1, **{'tag': 2}): pass")
class Raises:
    def __set_name__(self, owner, name):
        raise LookupError(f"no {name}")
show("class C:\n    attr = Raises()")
class WrongCount:
    def __set_name__(self):
        pass
show("class C:\n    attr = WrongCount()")
show("class C:\n    def __init_subclass__(self): pass\nclass D(C, x=1): pass")
show("class C:\n    __init_subclass__ = 3\nclass D(C): pass")
class Instance:
    pass
holder = Instance()
holder.__set_name__ = lambda owner, name: print("never called")
class C:
    attr = holder
print(C.attr is holder, type(C.__dict__.get("__init_subclass__")), type(Base.__dict__["__init_subclass__"]).__name__)
