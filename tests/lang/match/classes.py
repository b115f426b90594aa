# Class patterns: attributes, __match_args__, builtins, nesting, and the errors.
from dataclasses import dataclass


@dataclass
class Point:
    x: int
    y: int


@dataclass
class Line:
    start: Point
    end: Point


class Plain:
    def __init__(self, **kwargs):
        self.__dict__.update(kwargs)


def f(shape):
    match shape:
        case Point(0, 0):
            return "origin"
        case Point(x=0, y=y) | Point(x=y, y=0):
            return f"on axis {y}"
        case Line(Point(a, b), end=Point(x=c) as end):
            return f"line {a} {b} {c} {end}"
        case Point():
            return "point"
        case Plain(name=str(name), size=int() | float()):
            return f"plain {name}"
        case int(n) | float(n):
            return f"number {n}"
        case list([a, *_]):
            return f"list {a}"
        case bool() | str(""):
            return "empty"
        case _:
            return "unknown"


for shape in (Point(0, 0), Point(0, 5), Point(6, 0), Point(1, 1), Line(Point(1, 2), Point(3, 4)), Plain(name="n", size=1),
              Plain(name=1), 7, 2.5, [3, 4], "", "text", True):
    print(f(shape))


def wrong(x, which):
    match which:
        case 1:
            match x:
                case Plain(1):
                    pass
        case 2:
            match x:
                case Point(1, 2, 3):
                    pass
        case 3:
            match x:
                case int(1, 2):
                    pass
        case 4:
            kind = 5
            match x:
                case kind():
                    pass


for x, which in ((Plain(), 1), (Point(1, 2), 2), (1, 3), (1, 4)):
    try:
        wrong(x, which)
        print("no error")
    except TypeError as error:
        print(error)
