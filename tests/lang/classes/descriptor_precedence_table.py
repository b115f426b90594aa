# Which of instance dict, class attribute and descriptor wins: for reading, writing and deleting, on instances and classes.
class Base:
    def __init__(self, name):
        self.name = name


class Get(Base):
    def __get__(self, instance, owner=None):
        return f"{self.name}.get({instance is not None}, {owner.__name__})"


class GetSet(Get):
    def __set__(self, instance, value):
        print("  set", self.name, value)


class SetOnly(Base):
    def __set__(self, instance, value):
        instance.__dict__[self.name] = ("set", value)


class DeleteOnly(Base):
    def __delete__(self, instance):
        print("  delete", self.name)


class GetDelete(Get):
    def __delete__(self, instance):
        print("  delete", self.name)


kinds = {"get": Get, "getset": GetSet, "setonly": SetOnly, "deleteonly": DeleteOnly, "getdelete": GetDelete}


class Meta(type):
    pass


class C(metaclass=Meta):
    pass


for name, kind in kinds.items():
    setattr(C, name, kind(name))
    setattr(Meta, "meta_" + name, kind("meta_" + name))


def attempt(label, function):
    try:
        result = function()
        print(label, "=>", type(result).__name__ if isinstance(result, Base) else result)
    except Exception as error:
        print(label, "=>", type(error).__name__, error)


for name in kinds:
    instance = C()
    attempt(f"read {name}", lambda: getattr(instance, name))
    attempt(f"write {name}", lambda: setattr(instance, name, 1))
    print("  dict", instance.__dict__)
    attempt(f"read {name}", lambda: getattr(instance, name))
    instance.__dict__[name] = "own"
    attempt(f"read {name} with dict", lambda: getattr(instance, name))
    attempt(f"delete {name}", lambda: delattr(instance, name))
    print("  dict", instance.__dict__)
    attempt(f"class read {name}", lambda: getattr(C, name))
    meta = "meta_" + name
    attempt(f"class read {meta}", lambda: getattr(C, meta))
    attempt(f"class write {meta}", lambda: setattr(C, meta, 2))
    attempt(f"class read {meta}", lambda: getattr(C, meta))
    attempt(f"class delete {meta}", lambda: delattr(C, meta))
    attempt(f"instance {meta}", lambda: getattr(C(), meta))


class Lying:
    def __getattribute__(self, name):
        raise AttributeError(name)

    def __getattr__(self, name):
        return f"getattr {name}"


attempt("getattr after getattribute", lambda: Lying().anything)
attempt("special lookup passes it by", lambda: len(Lying()))
descriptor = Get("d")
instance = C()
instance.d = descriptor
attempt("descriptor in an instance", lambda: instance.d)
del Get.__get__
attempt("no longer a descriptor", lambda: C().get)
