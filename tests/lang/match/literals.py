# Literal, capture, wildcard, or and guard patterns.
def describe(x):
    match x:
        case 0:
            return "zero"
        case 1 | 2 | 3:
            return "small"
        case -5:
            return "minus five"
        case 1.5 | 2 + 3j:
            return "float or complex"
        case "a" | b"a":
            return "letter"
        case None | True | False:
            return "singleton"
        case int() as n if n > 100:
            return f"big {n}"
        case int(n) if n % 2 == 0:
            return f"even {n}"
        case _:
            return "other"


for x in (0, 1, 3, -5, 1.5, 2 + 3j, "a", b"a", None, True, 500, 50, 51, 0.0, [], "b"):
    print(repr(x), describe(x))


class Color:
    RED = "red"


def dotted(x):
    match x:
        case Color.RED:
            return "is red"
        case other:
            return f"got {other}"


print(dotted("red"), dotted("blue"))
match 5:
    case 6:
        print("no")
print("fell through")
match = {"match": 1}
case = 2
print(match["match"], case)
