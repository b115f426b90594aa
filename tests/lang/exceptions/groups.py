# ExceptionGroup and except*.
def run(*errors):
    try:
        raise ExceptionGroup("all", list(errors))
    except* ValueError as group:
        print("value", group.exceptions)
    except* (KeyError, OSError) as group:
        print("key or os", group.exceptions)
    else:
        print("never with errors")
    finally:
        print("finally")


run(ValueError(1), KeyError("k"), ValueError(2))
try:
    run(TypeError("t"), ValueError(3))
except ExceptionGroup as rest:
    print("rest", rest, rest.exceptions)
group = ExceptionGroup("g", [ValueError(1), ExceptionGroup("h", [TypeError(2), ValueError(3)])])
match, rest = group.split(ValueError)
print(repr(match), repr(rest))
print(repr(group.subgroup(lambda e: isinstance(e, TypeError))), group.derive([KeyError(1)]))
try:
    try:
        raise ValueError("plain")
    except* ValueError as g:
        print(type(g).__name__, g.exceptions)
        raise KeyError("from handler")
except ExceptionGroup as g:
    print("group", g)
except KeyError as e:
    print("key", e, repr(e.__context__))
for bad in ([], [1], "ab"):
    try:
        ExceptionGroup("x", bad)
    except (TypeError, ValueError) as error:
        print(error)
