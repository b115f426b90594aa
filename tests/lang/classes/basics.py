# Class and instance attributes, methods of each kind, and what repr and dir show.
class Dog:
    kind = "canine"
    count = 0

    def __init__(self, name):
        self.name = name
        Dog.count += 1

    def speak(self, times=1):
        return f"{self.name}: " + "woof " * times

    @classmethod
    def make(cls, name):
        return cls(name + "!")

    @staticmethod
    def noise():
        return "woof"


a, b = Dog("Rex"), Dog.make("Ada")
print(a.speak(), b.speak(2), Dog.noise(), a.noise(), Dog.count, a.kind)
a.kind = "changed"
print(a.kind, b.kind, Dog.kind, a.__dict__, vars(b))
print(type(a) is Dog, isinstance(b, Dog), Dog.__name__, Dog.__mro__ == (Dog, object))
bound = a.speak
a.name = "Max"
print(bound(1), bound.__self__ is a, Dog.speak(b))
print([n for n in dir(a) if not n.startswith("_")])
try:
    a.missing
except AttributeError as error:
    print(error)
try:
    Dog()
except TypeError as error:
    print(error)
