# "Did you mean": when a name, attribute or import is close enough, what is never offered, and errors that have no suggestion.
import traceback, types
def last_line(action):
    try:
        action()
    except Exception as error:
        print(traceback.format_exception_only(error)[-1].strip())
class C:
    blech = None
    _private = 1
    other_name = 2
    def method(self):
        return methdo
    def uses(self):
        return blech
    @classmethod
    def made(cls):
        return blech
    @staticmethod
    def static():
        return blech
c = C()
for name in ("bleach", "blec", "blche", "Blech", "private", "_privat", "othername", "other_nam", "method_", "mehtod", "x", "__class", "completely_different", "uses_"):
    last_line(lambda: getattr(c, name))
    last_line(lambda: getattr(C, name))
last_line(c.method)
last_line(c.uses)
last_line(C.made)
last_line(C.static)
def local_names():
    counter = 1
    return countre
last_line(local_names)
def builtin_names():
    return pritn, ranges
last_line(builtin_names)
def enclosing():
    outer_value = 1
    def inner():
        return outer_valeu, outer_value
    return inner
last_line(enclosing())
def module_forgotten():
    return sys.version
last_line(module_forgotten)
def unbound():
    value += 1
last_line(unbound)
def deleted():
    value = 1
    del value
    return value
last_line(deleted)
last_line(lambda: [].apend(1))
last_line(lambda: "".uper())
last_line(lambda: (1).real_)
last_line(lambda: types.SimpleNamespace(alpha=1).alhpa)
last_line(lambda: exec("from collections import dequee"))
last_line(lambda: exec("from collections import zzz"))
last_line(lambda: exec("import collectons"))
class Slots:
    __slots__ = ("slotted",)
last_line(lambda: Slots().sloted)
class Dir:
    def __dir__(self):
        return ["special", 3, "other"]
last_line(lambda: Dir().specail)
class BadDir:
    def __dir__(self):
        raise LookupError
last_line(lambda: BadDir().anything)
class Many:
    pass
many = Many()
for i in range(800):
    setattr(many, f"name{i}", i)
last_line(lambda: many.name12x)
last_line(lambda: getattr(c, "b" * 100))
raise_name = NameError("own text", name="pritn")
last_line(lambda: (_ for _ in ()).throw(raise_name))
