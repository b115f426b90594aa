# The order of finally blocks, with return values evaluated before them.
log = []


def note(x):
    log.append(x)
    return x


def f(how):
    try:
        try:
            if how == "return":
                return note("value")
            if how == "raise":
                raise KeyError(note("raising"))
            note("normal")
        except KeyError:
            note("handler")
            if how == "raise":
                return note("from handler")
        else:
            note("else")
        finally:
            note("inner finally")
    finally:
        note("outer finally")
    return note("end")


for how in ("return", "raise", "pass"):
    log.clear()
    print(how, f(how), log)


def g():
    for i in range(3):
        try:
            yield i
        finally:
            log.append(f"g{i}")


log.clear()
for x in g():
    if x == 1:
        break
print(log)


def value_is_kept():
    x = 1
    try:
        return x
    finally:
        x = 2


def in_loop():
    while True:
        try:
            return "returned"
        finally:
            log.append("loop finally")
            continue_it = False
            if continue_it:
                continue  # noqa: B012


print(value_is_kept(), in_loop(), log[-1])
