"""__build_class__: metaclasses, __prepare__, __mro_entries__."""

def error(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as problem:
        print(f"{type(problem).__name__}: {problem}")


class Meta(type):
    @classmethod
    def __prepare__(mcs, name, bases, **kwargs):
        print("prepare", name, bases, kwargs)
        return {"prepared": True}
    def __new__(mcs, name, bases, namespace, **kwargs):
        print("new", sorted(key for key in namespace if not key.startswith("__")), kwargs)
        return super().__new__(mcs, name, bases, namespace)
    def __init__(cls, name, bases, namespace, **kwargs):
        super().__init__(name, bases, namespace)
class Made(metaclass=Meta, option=1):
    x = 1
class Derived(Made):
    pass
print(type(Derived), Derived.prepared)
class Entries:
    def __repr__(self):
        return "Entries()"
    def __mro_entries__(self, bases):
        print("entries", len(bases))
        return (dict, Made)
class Mixed(Entries()):
    pass
print(Mixed.__bases__, Mixed.__orig_bases__)
def function_as_metaclass(name, bases, namespace, **kwargs):
    return (name, bases, sorted(kwargs))
class NotAClass(int, metaclass=function_as_metaclass, a=1):
    pass
print(NotAClass)
class Other(type):
    pass
def conflict():
    class Both(Made, metaclass=Other):
        pass
def bad_entries():
    class Bad(type("B", (), {"__mro_entries__": lambda self, bases: 5})()):
        pass
def bad_base():
    class Bad(5):
        pass
def bad_prepare():
    class Bad(metaclass=type("M", (type,), {"__prepare__": classmethod(lambda *args: 5)})):
        pass
for function in (conflict, bad_entries, bad_base, bad_prepare):
    error(function)
error(__build_class__)
error(__build_class__, 1, 2)
error(__build_class__, lambda: 1, 2)
