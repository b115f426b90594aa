# How builtins name themselves when they refuse keywords: as a method of a type, of an instance's class, or bare.
def attempt(label, function):
    try:
        print(label, "=>", function())
    except TypeError as error:
        print(label, "=>", error)


class L(list):
    pass


class E(ValueError):
    pass


def generator():
    yield


for value, names in [
    ({1}, ["union", "add", "pop", "difference_update", "isdisjoint"]),
    (L(), ["append", "pop", "extend", "insert", "copy"]),
    ("a", ["find", "join", "upper", "startswith", "center", "zfill", "count"]),
    (b"a", ["find", "rindex", "upper", "endswith"]),
    ({}, ["get", "pop", "keys", "setdefault"]),
    (E(), ["with_traceback", "add_note", "__reduce__", "__setstate__"]),
    (generator(), ["send", "throw", "close"]),
    (range(3), ["index", "count"]),
    (1, ["bit_length", "conjugate", "__round__"]),
    (slice(1), ["indices"]),
    (int, ["mro", "__subclasses__"]),
]:
    kind = type(value)
    for name in names:
        bound, descriptor = getattr(value, name), getattr(kind, name)
        attempt(f"{name} bound", lambda: bound(zz=1))
        attempt(f"{name} bound, and an argument", lambda: bound(1, **{"zz": 1}))
        attempt(f"{name} descriptor", lambda: descriptor(value, zz=1))
        attempt(f"{name} without self", lambda: descriptor(zz=1))
        scope = {"value": value}
        try:
            exec(f"value.{name}(zz=1)", scope)
        except TypeError as error:
            print(name, "in place =>", error)
for function in (len, abs, chr, iter, repr, id, hash, getattr, isinstance, callable, divmod, next, any):
    attempt(function.__name__, lambda: function(zz=1))
running = generator()
for args in [(), (1, 2, 3, 4)]:
    attempt(f"throw{args}", lambda: running.throw(*args))
    attempt(f"throw{args} of the type", lambda: type(running).throw(running, *args))
