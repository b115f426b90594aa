# What traceback prints of names nearly right, of chains that recur, of causes suppressed, and of long or odd lines.
import sys
import traceback


def show(function):
    try:
        function()
    except BaseException as error:
        lines = traceback.format_exception(error)
        print("".join(lines), end="")
        print("----")


class Thing:
    __slots__ = ("colour", "weight")
    shape = "round"

    def method(self):
        return self.shap


class Dynamic:
    def __dir__(self):
        return ["alpha", 5, None]


class Failing:
    def __dir__(self):
        raise RuntimeError


show(lambda: Thing().color)
show(lambda: Thing().method())
show(lambda: Thing.shpe)
show(lambda: Dynamic().alph)
show(lambda: Failing().alpha)
show(lambda: pritn)
show(lambda: sys.modlues)
show(lambda: [].appendd)
show(lambda: __import__("collections").Conter)
show(lambda: exec("from collections import OrderdDict"))
show(lambda: exec("def f():\n    value = 1\n    return valeu\nf()"))
show(lambda: exec("class C:\n    def m(self):\n        return blech\n    blech = 1\nC().m()"))


def chain():
    try:
        try:
            1 / 0
        except ZeroDivisionError as error:
            raise KeyError("k") from error
    except KeyError:
        raise ValueError("v")


def suppressed():
    try:
        1 / 0
    except ZeroDivisionError:
        raise KeyError("k") from None


def circle():
    first, second = ValueError(1), ValueError(2)
    first.__cause__ = second
    second.__cause__ = first
    raise first


def notes():
    error = ValueError("n")
    error.__notes__ = "no list"
    raise error


def odd_notes():
    error = ValueError("n")
    error.__notes__ = ["one", 5, b"x", "two\nlines"]
    raise error


show(chain)
show(suppressed)
show(circle)
show(notes)
show(odd_notes)


def recursive(n):
    return recursive(n - 1) if n else 1 / 0


show(lambda: recursive(20))
show(lambda: (lambda: [1, 2, 3][9] + len("abc") * (1 / 2))())
show(lambda: {"a": {"b": None}}["a"]["b"]["c"]["d"])
show(lambda: len("x") + "y".join([1]) + 5)
