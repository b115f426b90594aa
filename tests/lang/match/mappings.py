# Mapping patterns: keys, rest, and missing keys.
def f(x):
    match x:
        case {"type": "point", "x": x, "y": y}:
            return f"point {x} {y}"
        case {"type": "circle", "r": int() | float() as r, **rest}:
            return f"circle {r} {rest}"
        case {"items": [first, *_], 1: one}:
            return f"items {first} {one}"
        case {"k": None}:
            return "k is none"
        case {**everything} if everything:
            return f"dict of {len(everything)}"
        case {}:
            return "empty dict"
        case _:
            return "no mapping"


for x in ({"type": "point", "x": 1, "y": 2, "z": 3}, {"type": "circle", "r": 2.5, "c": "red"}, {"type": "circle", "r": "x"},
          {"items": [7, 8], 1: "one"}, {"k": None}, {}, [], {"a": 1}):
    print(f(x))


class D(dict):
    def __missing__(self, key):
        return "default"


match D():
    case {"a": value}:
        print("missing used", value)
    case _:
        print("__missing__ is not asked")
import types

match types.MappingProxyType({"a": 1}):
    case {"a": 1, **rest}:
        print("proxy", rest)
