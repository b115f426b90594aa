# dict(), update, |, fromkeys and ** with wrong parts: the exact text of each refusal and what was stored before it.
def show(text):
    try:
        print(text, "=", eval(text))
    except Exception as error:
        print(text, "->", type(error).__name__, error)


class Keys:
    def __init__(self, keys):
        self._keys = keys

    def keys(self):
        return self._keys

    def __getitem__(self, key):
        return key * 2


class NoItems:
    def keys(self):
        return ["a"]


class RaisingKeys:
    @property
    def keys(self):
        raise AttributeError("hidden")

    def __iter__(self):
        return iter([("via", "iter")])


class RaisingOther(RaisingKeys):
    @property
    def keys(self):
        raise OSError("shown")


def f(**kwargs):
    return kwargs


for text in [
    "dict(5)", "dict([1])", "dict(['ab', 'cd'])", "dict(['abc'])", "dict([(1,)])", "dict([(1, 2), (3,)])", "dict([(1, 2, 3)])", "dict([[]])", "dict([None])", "dict('ab')", "dict([{1, 2}])", "dict([('a', 1)], a=2)", "dict({'a': 1}, b=2)", "dict(1, 2)", "dict(a=1, **{'b': 2})", "dict(**{1: 2})", "dict(None)", "dict(Keys('ab'))", "dict(Keys(5))", "dict(Keys([[]]))", "dict(NoItems())", "dict(RaisingKeys())", "dict(RaisingOther())", "f(**RaisingKeys())", "f(**Keys('ab'))", "f(**Keys([1]))", "f(**NoItems())", "f(**5)", "f(**[('a', 1)])", "f(a=1, **{'a': 2})", "f(**{'a': 1}, **{'a': 2})", "f(**{'a': 1}, **{'b': 2}, **{'a': 2})", "{**5}", "{**[('a', 1)]}", "{**Keys('ab'), 'a': 0}", "{**RaisingKeys()}", "{**None}", "{} | []", "[] | {}", "{}.update(5)", "{}.update([1])", "{}.update(1, 2)", "{}.update()", "dict.fromkeys(5)", "dict.fromkeys()", "dict.fromkeys('ab', [])", "dict.fromkeys({'a': 1}, 0)", "dict.fromkeys({3, 1, 2})", "dict.fromkeys([[]])", "{1: 2}.pop()", "{1: 2}.pop(3)", "{1: 2}.pop((1, 2))", "{}.popitem()", "{}.get()", "{}.get(1, 2, 3)", "{}.setdefault()", "{1: 2}[3]", "{'k': 1}['missing']", "{}[(1,)]", "{}[None]", "{}.__getitem__(1, 2)", "dict.__new__(int)", "dict.get({}, 1)", "dict.get([], 1)", "dict.get()", "{} < {}", "{}.has_key(1)", "{1: 1}.items().x", "len({}, 1)", "dict.__init__(5)", "{} + {}", "{}.__or__([])", "dict.__class_getitem__(int)", "dict[int, str]",
]:
    show(text)
table = {}
try:
    table.update([("a", 1), ("b",), ("c", 3)])
except ValueError as error:
    print(error, table)
try:
    table |= [("x", 1), 5]
except TypeError as error:
    print(error, table)
table |= [("x", 9)]
table |= Keys("q")
print(table)
try:
    table = {"a": 1, "b": 1 / 0}
except ZeroDivisionError as error:
    print(error, table)
