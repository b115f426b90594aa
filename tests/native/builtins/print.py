"""print: sep, end, file, flush."""

def error(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as problem:
        print(f"{type(problem).__name__}: {problem}")


class File:
    def __init__(self):
        self.parts = []
    def write(self, text):
        self.parts.append(text)
    def flush(self):
        self.parts.append("<flush>")
file = File()
print(1, "a", None, sep="-", end="!", file=file, flush=True)
print(file=file)
print("x", sep=None, end=None, file=file)
print(file.parts)
print()
print("a", "b", sep="")
print(*range(5), sep=", ")
error(print, 1, sep=5)
error(print, 1, end=b"")
error(print, 1, foo=2)
error(print, 1, file=5)
class Shown:
    def __str__(self):
        return "str"
    def __repr__(self):
        return "repr"
print(Shown(), [Shown()], "é", "\U0001F600")
class Failing:
    def __str__(self):
        raise ValueError("no str")
error(print, "before", Failing(), file=file)
print(file.parts[-2:])
