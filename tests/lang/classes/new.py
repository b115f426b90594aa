# __new__ decides what is made; __init__ runs only for an instance of the class.
class Singleton:
    instance = None

    def __new__(cls):
        if cls.instance is None:
            print("made")
            cls.instance = super().__new__(cls)
        return cls.instance

    def __init__(self):
        print("init")


print(Singleton() is Singleton())


class NotMine:
    def __new__(cls, x):
        return [x]

    def __init__(self, x):
        print("never")


print(NotMine(3))


class Celsius(float):
    def __new__(cls, text):
        return super().__new__(cls, text.rstrip("C"))

    def __repr__(self):
        return f"{float(self)}C"


t = Celsius("21.5C")
print(t, t + 1, [t], type(t).__name__)


class Pair(tuple):
    def __new__(cls, a, b):
        return super().__new__(cls, (a, b))

    @property
    def total(self):
        return sum(self)


print(Pair(1, 2), Pair(3, 4).total, Pair(1, 2) == (1, 2))
for action in (lambda: object(1), lambda: object.__new__(list), lambda: int.__new__(str)):
    try:
        action()
    except TypeError as error:
        print(error)
class NoInit:
    def __init__(self):
        return 1


try:
    NoInit()
except TypeError as error:
    print(error)
