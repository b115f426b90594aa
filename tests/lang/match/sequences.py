# Sequence patterns with stars and nesting; which types count as sequences.
import collections


def f(x):
    match x:
        case []:
            return "empty"
        case [a]:
            return f"one {a}"
        case [1, 2, *rest]:
            return f"starts 1 2, rest {rest}"
        case (a, (b, c), *_):
            return f"nested {a} {b} {c}"
        case [first, *middle, last]:
            return f"{first} {middle} {last}"
        case str() | bytes():
            return "text"
        case {}:
            return "mapping"
        case _:
            return "no sequence"


for x in ([], (), [9], [1, 2], [1, 2, 3, 4], [1, (2, 3), 4], (5, 6, 7), range(3), "ab", b"ab", {1, 2}, {1: 2},
          collections.deque([1, 2]), iter([1]), bytearray(b"x"), [[1], [2]]):
    print(type(x).__name__, f(x))


def command(text):
    match text.split():
        case ["go", ("north" | "south") as direction]:
            return f"going {direction}"
        case ["take", *items] if items:
            return f"taking {', '.join(items)}"
        case ["quit" | "exit"]:
            return "bye"
        case [verb, *_]:
            return f"unknown {verb}"
        case []:
            return "nothing"


for text in ("go north", "go up", "take a b", "take", "exit", ""):
    print(command(text))
