# Star and double star in calls: what may stand there, order of evaluation, repeated keywords, errors with the function's name.
def f(*args, **kwargs):
    return args, kwargs
class C:
    def method(self, *args, **kwargs):
        return args, kwargs
    @staticmethod
    def static(a):
        return a
    def __call__(self, a):
        return a
def show(source):
    try:
        print(source, eval(source))
    except Exception as error:
        print(source, "!", type(error).__name__, error)
class Mapping:
    def __init__(self, keys): self.names = keys
    def keys(self): return self.names
    def __getitem__(self, key): return f"<{key}>"
class NoKeys:
    def __getitem__(self, key): return 1
class BadKeys:
    def keys(self): raise LookupError("no keys")
class BadIter:
    def __iter__(self): raise LookupError("no iter")
for source in ["f(*3)", "f(*None)", "f(*[1], *'ab', 2)", "f(**3)", "f(**[('a', 1)])", "f(**{'a': 1}, b=2, **{'c': 3})", "f(**{'a': 1}, **{'a': 2})", "f(a=1, **{'a': 2})", "f(**{1: 2})", "f(**{'a': 1}, **{2: 3})",
               "f(**Mapping('xy'))", "f(**Mapping([1]))", "f(**NoKeys())", "f(**BadKeys())", "f(*BadIter())", "C().method(*3)", "C().method(**3)", "C().method(a=1, **{'a': 1})", "C.static(*[], **{'b': 1})", "C()(*[1, 2])", "C()(b=1)",
               "print(*3)", "len(*[1, 2])", "len(**{'x': 1})", "int(*['12'], **{'base': 3})", "max(*[], **{'key': 1})", "dict(*[1, 2])", "(lambda: 0)(*[1])", "(lambda x: 0)(y=1)", "[].append(*[], **{'object': 1})", "str.join(*['-'], ['a'])",
               "3(*[])", "None(**{})", "f(*(x for x in 'ab'), **dict(z=1))", "f(*{}, **{})", "f(*{'k': 1})", "C.method(*[])", "C.method()", "object(*[1])", "type(*[1, 2])"]:
    show(source)
log = []
def note(value, name):
    log.append(name)
    return value
f(note(1, "one"), *note([2], "star"), note(3, "three"), k=note(4, "k"), **note({"z": 5}, "double"), w=note(6, "w"))
print(log)
def gen():
    yield 1
    raise KeyError("from generator")
show("f(*gen())")
def type_error():
    yield 1
    raise TypeError("own TypeError")
show("f(*type_error())")
