# add_note and __notes__: wrong values, odd containers, how they are printed, copied, pickled and chained.
import copy
import pickle
import traceback


def shown(error):
    print("".join(traceback.format_exception_only(error)), end="")


error = ValueError("base")
print(hasattr(error, "__notes__"), error.add_note("first"), error.__notes__)
for value in (5, None, b"x", ["a"]):
    try:
        error.add_note(value)
    except TypeError as problem:
        print(problem)
try:
    error.add_note()
except TypeError as problem:
    print(problem)
error.add_note("")
error.add_note("two\nlines")
error.add_note("\n")
error.add_note("é\U0001F600\ud800")
print(ascii("".join(traceback.format_exception_only(error))))


class BadStr:
    def __str__(self):
        raise OSError

    def __repr__(self):
        return "BadStr()"


class BadBoth(BadStr):
    def __repr__(self):
        raise OSError


class Text(str):
    def __str__(self):
        return "text of Text"


for notes in (["list"], ("tuple", "of notes"), "string", b"bytes", 5, None, {"k": "v"}, [1, None, b"x"], [BadStr(), "after"], BadStr(), BadBoth(), [BadBoth()], [], range(2), [Text("t")]):
    plain = KeyError("k")
    plain.__notes__ = notes
    try:
        shown(plain)
    except Exception as problem:
        print("printing failed:", type(problem).__name__, problem)
    try:
        plain.add_note("added")
        print(len(plain.__notes__))
    except TypeError as problem:
        print(problem)
del error.__notes__
print(hasattr(error, "__notes__"))
error.add_note("again")
error.__dict__["__notes__"].append("through dict")
shown(error)
print(pickle.loads(pickle.dumps(error)).__notes__, copy.copy(error).__notes__ is error.__notes__, copy.deepcopy(error).__notes__)


class Slotted(Exception):
    __slots__ = ()


slotted = Slotted("s")
slotted.add_note("fine")
shown(slotted)


class Refuses(Exception):
    @property
    def __notes__(self):
        raise ZeroDivisionError("no notes")


try:
    Refuses().add_note("x")
except ZeroDivisionError as problem:
    print(problem)

def chain():
    try:
        first = ValueError("first")
        first.add_note("note of first")
        raise first
    except ValueError as cause:
        second = KeyError("second")
        second.add_note("note of second")
        raise second from cause


try:
    chain()
except KeyError as problem:
    print("".join(traceback.format_exception(problem)))
with_syntax = SyntaxError("bad", ("f.py", 1, 3, "x = = 1", 1, 4))
with_syntax.add_note("syntax note")
shown(with_syntax)
print(traceback.TracebackException.from_exception(with_syntax).__notes__)
import sys

sys.stderr = sys.stdout
sys.excepthook(type(error), error, None)
