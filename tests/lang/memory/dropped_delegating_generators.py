"""Generators that only delegate are dropped while suspended: what they delegate to is closed all the same."""


def guarded(name):
    try:
        yield name + " 1"
        yield name + " 2"
    finally:
        print("closed", name)


def by_call(name):
    yield from guarded(name)


def by_variable(name):
    inner = guarded(name)
    yield from inner


def twice(name):
    yield from by_call(name)


class Closing:
    def __init__(self, name):
        self.name = name

    def __iter__(self):
        return self

    def __next__(self):
        return self.name

    def close(self):
        print("close() of", self.name)


def over_object(name):
    yield from Closing(name)


def over_object_twice(name):
    yield from over_object(name)


for make in by_call, by_variable, twice, over_object, over_object_twice:
    print(make.__name__)
    generator = make("deleted")
    print(next(generator))
    del generator
    print("after del")
    generator = make("rebound")
    print(next(generator))
    generator = None
    print("after rebinding")
    for item in make("loop"):
        print(item)
        break
    print("after the loop")


def in_frame(make):
    generator = make("local")
    next(generator)


def unfinished():
    for make in by_call, twice, over_object:
        in_frame(make)
        print("after the frame of", make.__name__)


unfinished()
shared = guarded("shared")


def over_shared():
    yield from shared


generator = over_shared()
next(generator)
generator = None
print("shared is still held:", list(shared))
