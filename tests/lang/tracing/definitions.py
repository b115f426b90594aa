# The events of sys.settrace for class bodies, decorators, comprehensions, match and exec.
import sys

events = []


def record(frame, event, arg):
    shown = type(arg).__name__ if " at 0x" in repr(arg) else repr(arg)
    if event == "exception":
        shown = f"{arg[0].__name__} {arg[1]} {arg[2] is not None}"
    events.append((frame.f_code.co_name, event, frame.f_lineno - frame.f_code.co_firstlineno, shown))
    return record


def show(func, *args):
    events.clear()
    sys.settrace(record)
    try:
        func(*args)
    except Exception as error:
        sys.settrace(None)
        print("raised", repr(error))
    sys.settrace(None)
    print(func.__name__)
    for each in events:
        print("  ", *each)


def decorate(func):
    return func


def classes():
    class Point:
        """A doc."""
        x: int = 1

        @decorate
        @staticmethod
        def make(a,
                 b=2):
            return a

        @property
        def value(self): return self.x

    class Child(Point, metaclass=type):
        def __init__(self):
            super().__init__()

    c = Child()
    c.value
    Point.make(1)
    return [c.x for _ in range(2) if _]


def matching(value):
    match value:
        case 1 | 2:
            return "small"
        case [a, *rest] if a:
            return rest
        case {"k": v}:
            return v
        case str():
            return "text"
        case _:
            return None


def executed():
    exec("a = 1\nfor i in range(2):\n    a += i\ndef f():\n    return a\nf()", {})
    eval("[x\nfor x in (1, 2)]")
    compile("1", "x", "eval")


class Operators:
    def __add__(self, other): return 1
    def __bool__(self): return False
    def __getattr__(self, name): return name
    def __getitem__(self, key): return key
    def __eq__(self, other): return True
    def __len__(self): return 3


def operators():
    o = Operators()
    o + 1
    if o: pass
    not o
    o.attribute
    o[1]
    o == 1
    len(o)
    sorted([2, 1], key=lambda x: x)
    while o: pass
    return o and 1


show(classes)
show(matching, 2)
show(matching, [1, 2])
show(matching, {"k": 1})
show(matching, "x")
show(matching, 5.5)
show(executed)
show(operators)
