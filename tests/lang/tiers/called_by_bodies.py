"""Functions that are compiled and called by an instruction's body: special methods, `f(*args)`, what lands or raises in them."""
import sys


def deeper(value, limit):
    if value > limit:
        return value // (value - value)
    return value * 3


class Box:
    def __init__(self, value):
        self.value = value

    def __add__(self, other):
        if other is None:
            return NotImplemented
        return Box(self.value + deeper(other, 10**6))

    def __radd__(self, other):
        return ("reflected", self.value)

    def __eq__(self, other):
        return deeper(self.value, 10**6) == other

    def __bool__(self):
        return deeper(self.value, 10**6) % 2 == 0

    def __getitem__(self, index):
        return self.value[index] if isinstance(self.value, list) else deeper(index, 400)

    def __iter__(self):
        return iter([deeper(self.value, 10**6), self.value])

    def __contains__(self, item):
        return deeper(item, 10**6) > 50

    def __getattr__(self, name):
        if name.startswith("no"):
            raise AttributeError(name)
        return name + str(deeper(len(name), 100))

    def __enter__(self):
        return deeper(self.value, 10**6)

    def __exit__(self, kind, error, traceback):
        return kind is ZeroDivisionError and deeper(1, 2) == 3

    @property
    def half(self):
        return deeper(self.value, 10**6) / 2

    def __call__(self, *args, **named):
        return deeper(len(args) + len(named), 5)


def spread(*args, scale=1):
    return deeper(sum(args), 10**6) * scale


def plain(a, b=2):
    return deeper(a, 450) + b


def use(values):
    found = []
    for i, value in enumerate(values):
        box = Box(value)
        try:
            item = (box + value).value
            pair = (plain(*(i,)), plain(**{"a": i}), spread(*[i, 1], **{"scale": 2}))
            yes = 1 if box else 0
            same = 1 if box == 3 * value else 0
            first, second = box
            held = box[i]
            inside = i in box
            with box as got:
                if i % 50 == 7:
                    deeper(10, 5)
            called = box(1, *[2] * (i % 3), x=3)
            found.append((item, pair, yes, same, first, second, held, inside, got, box.half, box.other, called))
        except (ZeroDivisionError, AttributeError, TypeError) as error:
            frames = []
            traceback = error.__traceback__
            while traceback is not None:
                frames.append((traceback.tb_frame.f_code.co_name, traceback.tb_lineno))
                traceback = traceback.tb_next
            found.append((type(error).__name__, str(error), frames))
    return found


found = use(list(range(600)))
print(found[0], found[300], found[420], found[-1], sep="\n")
print(use([1, 2.5, 3, 2**70, "text", None, True, -4])[:])
print(use([1] * 300 + [2.5, 2**40, 2**60] * 3)[-3:])


def missing(times):
    count = 0
    for i in range(times):
        box = Box(i)
        count += hasattr(box, "nothing") + hasattr(box, "something")
        count += getattr(box, "none", 2)
    return count


print(missing(400))


def reflected(times):
    made = set()
    for i in range(times):
        made.add((None + Box(i % 3)) if i % 2 else (5 + Box(1)))
    return sorted(made)


print(reflected(300))


def endless(box):
    return endless(*(box,))


def recursive(times):
    deep = 0
    for i in range(times):
        try:
            endless(i)
        except RecursionError as error:
            deep += 1
    return deep


limit = sys.getrecursionlimit()
sys.setrecursionlimit(150)
print(recursive(30))
sys.setrecursionlimit(limit)


def watched(box):
    return sys._getframe(1).f_code.co_name, sys._getframe(1).f_locals["i"]


class Watched:
    def __getitem__(self, key):
        return watched(key) + (sys._getframe(1).f_locals["i"],) if key > 296 else watched


def look(times):
    seen = []
    box = Watched()
    for i in range(times):
        seen.append(box[i])
    return seen[-3:]


try:
    print(look(300))
except KeyError as error:
    print("KeyError", error)
