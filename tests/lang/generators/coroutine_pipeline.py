# Generators that receive: a broadcast pipeline built with send.
import functools


def primed(function):
    @functools.wraps(function)
    def start(*args):
        generator = function(*args)
        next(generator)
        return generator

    return start


@primed
def grep(pattern, target):
    try:
        while True:
            line = yield
            if pattern in line:
                target.send(line)
    except GeneratorExit:
        print("grep closed")
        target.close()


@primed
def collect(into):
    try:
        while True:
            into.append((yield))
    finally:
        print("collected", into)


@primed
def average():
    total = count = 0
    mean = None
    while True:
        value = yield mean
        if value is None:
            return mean
        total, count = total + value, count + 1
        mean = total / count


out = []
g = grep("py", collect(out))
for line in ("python", "ruby", "cpython", "perl"):
    g.send(line)
g.close()
a = average()
print([a.send(n) for n in (10, 20, 60)])
try:
    a.send(None)
except StopIteration as stop:
    print(stop.value)
