# __getattr__, __getattribute__, __setattr__, __delattr__ and __dir__.
class Proxy:
    def __init__(self, target):
        object.__setattr__(self, "target", target)

    def __getattr__(self, name):
        print("getattr", name)
        return getattr(self.target, name)

    def __setattr__(self, name, value):
        print("setattr", name, value)
        setattr(self.target, name, value)

    def __delattr__(self, name):
        print("delattr", name)
        delattr(self.target, name)


class Target:
    x = 1


p = Proxy(Target())
print(p.x, p.target.x)
p.y = 5
print(p.y, vars(p.target))
del p.y
try:
    p.y
except AttributeError as error:
    print(error)


class Log:
    a = 1

    def __getattribute__(self, name):
        print("getattribute", name)
        return super().__getattribute__(name)

    def __dir__(self):
        return ["b", "a"]


log = Log()
print(log.a, hasattr(log, "zzz"), dir(log), getattr(log, "q", "default"))
try:
    getattr(log, 5)
except TypeError as error:
    print(error)
setattr(log, "odd name", 1)
print(getattr(log, "odd name"))
try:
    (5).x = 1
except AttributeError as error:
    print(error)
try:
    del Target().x
except AttributeError as error:
    print(error)
