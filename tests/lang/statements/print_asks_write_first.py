# print looks for `write` before it makes the text, anew for each piece; what it does with file, sep and end.
class File:
    def __getattribute__(self, name):
        log.append(f"file.{name}")
        return object.__getattribute__(self, name)

    def write(self, text):
        log.append(repr(text))
        return 99

    def flush(self):
        log.append("flush")


class Text:
    def __str__(self):
        log.append("str")
        return "text"


class Fails:
    def __str__(self):
        raise LookupError("str")


def attempt(label, function):
    log.clear()
    try:
        print(label, "=>", function(), log)
    except Exception as error:
        print(label, "=>", type(error).__name__, error, log)


log = []
attempt("two", lambda: print(Text(), Text(), file=File()))
attempt("none", lambda: print(file=File()))
attempt("sep and end", lambda: print(Text(), 1, sep="", end="", file=File()))
attempt("None", lambda: print(1, sep=None, end=None, file=File()))
attempt("flush", lambda: print(1, flush=True, file=File()))
attempt("flush asked", lambda: print(1, flush=[], file=File()))
attempt("fails", lambda: print(Text(), Fails(), Text(), file=File()))
attempt("no write", lambda: print(Fails(), file=5))
attempt("write that fails", lambda: print(Text(), file=type("F", (), {"write": None})()))
attempt("sep wrong", lambda: print(Text(), sep=5, file=File()))
attempt("end wrong", lambda: print(Text(), end=b"", file=File()))
attempt("keyword", lambda: print(1, fil=1))
attempt("file None", lambda: print("to stdout", file=None))
