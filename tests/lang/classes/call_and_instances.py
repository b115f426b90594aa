# Instances that can be called, class replacement, and methods added later.
class Adder:
    def __init__(self, n):
        self.n = n

    def __call__(self, x, *, twice=False):
        return (x + self.n) * (2 if twice else 1)


add = Adder(3)
print(add(4), add(4, twice=True), callable(add), callable(3), list(map(add, [1, 2])))


class Cat:
    def speak(self):
        return "meow"


class Robot:
    pass


c = Cat()
Cat.jump = lambda self: "jump"
print(c.jump(), c.speak())
c.speak = lambda: "own speak"
print(c.speak(), Cat().speak())
c.__class__ = Robot
print(type(c).__name__, hasattr(c, "jump"), c.speak())
try:
    c.__class__ = int
except TypeError as error:
    print(error)
c.__call__ = lambda: 1
try:
    c()
except TypeError as error:
    print(error)
import types

r = Robot()
r.walk = types.MethodType(lambda self, n: (type(self).__name__, n), r)
print(r.walk(5))
