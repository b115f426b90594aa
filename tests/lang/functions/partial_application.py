# Callables of every kind in one list: functions, methods, classes, partials, instances.
import functools
import operator


class Multiply:
    def __init__(self, by):
        self.by = by

    def __call__(self, x):
        return x * self.by

    def method(self, x):
        return x + self.by

    @classmethod
    def cls_method(cls, x):
        return cls.__name__, x

    @staticmethod
    def static(x):
        return -x


m = Multiply(3)
calls = [abs, str, m, m.method, Multiply.cls_method, m.cls_method, Multiply.static, functools.partial(pow, 2), functools.partial(operator.sub, 10), "x".__add__ if False else [].__len__.__class__, list([1]).__contains__]
for f in calls:
    try:
        print(f(4))
    except TypeError as error:
        print(type(error).__name__)
p = functools.partial(print, 1, 2, sep="-")
p(3)
p(sep="+")
q = functools.partial(p, 9, end="!\n")
q()
print(q.args, q.keywords, q.func is print)
print(Multiply.method(m, 1), m.method.__func__ is Multiply.method, m.method == m.method, m.method is m.method)
print(functools.partialmethod(max).__class__.__name__, callable(Multiply), [f.__name__ for f in (abs, m.method, Multiply.static)])
print(list(map(Multiply(2), range(3))), sorted("bca", key=functools.partial(operator.mul, 2) if False else ord))
