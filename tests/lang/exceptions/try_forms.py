# try with else, finally, several handlers, re-raise, and what finally does to return, break and continue.
def run(action):
    try:
        result = action()
    except (KeyError, IndexError) as error:
        return f"lookup {error!r}"
    except ValueError:
        return "value"
    else:
        return f"fine {result}"
    finally:
        print("finally", end=" ")


for action in (lambda: {}["k"], lambda: [][1], lambda: int("x"), lambda: 5):
    print(run(action))


def override():
    try:
        return "try"
    finally:
        return "finally"  # noqa: B012


def loop():
    seen = []
    for i in range(4):
        try:
            if i == 1:
                continue
            if i == 3:
                break
            seen.append(i)
        finally:
            seen.append(f"f{i}")
    return seen


def swallow():
    for _ in range(2):
        try:
            1 / 0
        finally:
            break  # noqa: B012
    return "swallowed"


def nested():
    try:
        try:
            raise ValueError("inner")
        finally:
            print("cleanup")
    except ValueError as error:
        return error.args


print(override(), loop(), swallow(), nested())
try:
    try:
        raise KeyError("again")
    except KeyError:
        raise
except KeyError as error:
    print(repr(error))
try:
    error
except NameError as e:
    print(e)
