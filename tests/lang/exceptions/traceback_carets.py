# Where the carets go: calls, operators, subscripts, attributes, and lines that are marked whole.
import traceback


def show(action):
    try:
        action()
    except Exception:
        print(traceback.format_exc().replace(__file__, "program.py"), end="")


class A:
    b = None


a, d, x = A(), {"k": {"j": 1}}, 1


def attribute():
    return a.b.c.d


def subscript():
    return d["k"]["i"]["z"]


def operator():
    return x + 2 * (x / 0) - 1


def call():
    return len(str(x), int("5"))


def whole():
    raise ValueError("whole line")


def several_lines():
    return (
        x
        + 1
        / 0
    )


def assignment():
    a.b.c = 1


def delete():
    del d["nothing"]["x"]


def name():
    return [y for y in range(3) if undefined]


def wide():
    return "é😀" + d["é"] + 1


for action in (attribute, subscript, operator, call, whole, several_lines, assignment, delete, name, wide):
    show(action)
