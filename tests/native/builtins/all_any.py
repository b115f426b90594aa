"""all and any stop as soon as they know."""

def error(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as problem:
        print(f"{type(problem).__name__}: {problem}")


def show(*values):
    for value in values:
        print("asked", value)
        yield value
print(all(show(1, 0, 2)), any(show(0, 3, 4)), all([]), any([]))
class Failing:
    def __bool__(self):
        raise ValueError("no truth")
class Wrong:
    def __bool__(self):
        return 5
for function in (all, any):
    error(function, 5)
    error(function, [Failing()])
    error(function, [Wrong()])
    error(function)
    error(function, [], [])
