# A handler of errors gets the same exception for each error of a text; only its positions are new.
import codecs

seen = []


def note(error):
    seen.append((id(error), error.args[-3:-1] if len(error.args) == 5 else error.args, error.start, error.end, error.reason, vars(error)))
    error.count = getattr(error, "count", 0) + 1
    return ("?", error.end)


codecs.register_error("test.note", note)


def show(label, function):
    seen.clear()
    try:
        result = function()
    except UnicodeError as error:
        result = type(error).__name__, error.args, error.start, error.end
    print(label, ascii(result), "objects", len({each[0] for each in seen}))
    for each in seen:
        print("  ", ascii(each[1:]))


for codec in ("ascii", "latin-1", "utf-8", "utf-16-le", "cp1252", "charmap"):
    show(f"encode {codec}", lambda: "a\u20ac\ud800b\ud801".encode(codec, "test.note"))
for codec in ("ascii", "utf-8", "utf-16-le", "utf-7", "unicode_escape", "cp1253"):
    show(f"decode {codec}", lambda: b"a\xff\xd8b\\x\xd2".decode(codec, "test.note"))


def exchange(error):
    error.object = b"xyz" + error.object[error.end :]
    return ("!", 1)


codecs.register_error("test.exchange", exchange)
show("exchange", lambda: b"ab\xff\xffc".decode("ascii", "test.exchange"))


def replace_itself(error):
    codecs.register_error("test.itself", codecs.replace_errors)
    return ("first", error.end)


codecs.register_error("test.itself", replace_itself)
show("looked up once", lambda: b"\xff\xfe".decode("ascii", "test.itself"))
show("the next text", lambda: b"\xff\xfe".decode("ascii", "test.itself"))
