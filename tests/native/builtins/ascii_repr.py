"""ascii and repr."""

def error(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as problem:
        print(f"{type(problem).__name__}: {problem}")


print(ascii("plain"), ascii("é中\U0001F600\n"), ascii(["é", {"ü": 1}]), repr("é\x7f\u200b"))
class Shown:
    def __repr__(self):
        return "<é中\U0001F600>"
class Wrong:
    def __repr__(self):
        return 5
print(ascii(Shown()), repr(Shown()))
for function in (ascii, repr, str):
    error(function, Wrong())
error(repr)
error(ascii, 1, 2)
