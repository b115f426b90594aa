"""Generators whose items builtins take while the generator runs in compiled code: all, some, until something is wrong."""


def numbers(count, log=None):
    for i in range(count):
        if log is not None and i % 500 == 0:
            log.append(i)
        yield i


def warm():
    for turn in range(150):
        sum(numbers(3))
        list(numbers(3))
        sum(x * 0.5 for x in range(4))


warm()
log = []
print(sum(numbers(2000, log)), log, sum(numbers(2000), 0.5), sum(numbers(0)), sum(x * 0.1 for x in range(1000)))
print(len(list(numbers(3000))), tuple(numbers(5)), sorted(-x for x in numbers(4)), ",".join(str(x) for x in numbers(12)))
print([*numbers(3)], max(numbers(100)), set(numbers(4)), dict((x, -x) for x in numbers(3)), any(x > 5 for x in numbers(9)))


class Unit:
    def __init__(self, value, log):
        self.value = value
        self.log = log

    def __radd__(self, other):
        self.log.append(("add", self.value))
        return other + self.value

    def __add__(self, other):
        self.log.append(("plus", self.value, other))
        return Unit(self.value + other, self.log)


def units(log, count):
    for i in range(count):
        log.append(("made", i))
        yield Unit(i, log) if i % 3 == 2 else i


for turn in range(60):
    log = []
    total = sum(units(log, 7))
print(total.value if isinstance(total, Unit) else total, log)


def growing(count):
    x = 2**53 - 5
    for i in range(count):
        yield x + i


def kinds(count):
    for i in range(count):
        yield (i, i * 0.5, True, 2**60, 1 + 0j)[i % 5 if i > 20 else i % 2]


for turn in range(60):
    wide, mixed = sum(growing(20)), sum(kinds(30))
print(wide, mixed)


def failing(count, after):
    for i in range(count):
        if i == after:
            raise KeyError(i)
        yield i


def returning(count):
    total = 0
    for i in range(count):
        total += yield i
    return total


for turn in range(60):
    try:
        sum(failing(50, 40))
    except KeyError as error:
        caught = error
print(repr(caught), caught.__traceback__.tb_next.tb_frame.f_code.co_name, caught.__traceback__.tb_next.tb_lineno > 0)
try:
    list(returning(5))
except TypeError as error:
    print(error)


def state(count):
    for i in range(count):
        yield generator.gi_running, generator.gi_suspended


for turn in range(100):
    generator = state(3)
    states = list(generator)
print(states, generator.gi_frame)


def walk(depth):
    if depth:
        yield from walk(depth - 1)
        yield depth
        yield from walk(depth - 1)


for turn in range(30):
    walked = list(walk(6))
print(len(walked), sum(walk(8)), walked[:10])


def itself():
    for i in range(40):
        if i == 30:
            yield list(inner)
        yield i


for turn in range(60):
    inner = itself()
    try:
        list(inner)
    except ValueError as error:
        message = str(error)
print(message)


def resumed():
    try:
        for i in range(10):
            yield i
    finally:
        ended.append("ended")


for turn in range(100):
    ended = []
    part = resumed()
    head = [next(part), next(part)]
    rest = sum(part)
print(head, rest, ended, list(part))

import itertools
import sys

endless = itertools.count()
print(sum(x for x in itertools.islice(endless, 1000)), next(endless))


def traced(count):
    for i in range(count):
        if i == 500:
            sys.settrace(lambda *event: None)
        if i == 510:
            sys.settrace(None)
        yield i


print(sum(traced(1000)), list(traced(1000))[-1])


def mixed(a, b):
    return a + b, a - b, a * b, a / b


for turn in range(200):
    mixed(3, 0.5)
print(mixed(3, 0.5), mixed(-0.0, 2), mixed(2**53 - 1, 0.1), mixed(1e308, 10), mixed(True, 0.5), mixed(2**80, 0.5))
for a, b in ((1, 0.0), (0.5, 0)):
    try:
        mixed(a, b)
    except ZeroDivisionError as error:
        print(error)
