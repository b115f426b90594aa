"""Names, modules, docs and text signatures of the builtin functions."""

def error(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as problem:
        print(f"{type(problem).__name__}: {problem}")


import builtins
for name in sorted(vars(builtins)):
    value = getattr(builtins, name)
    if type(value).__name__ == "builtin_function_or_method" and name != "open":
        print(name, value.__module__, value.__qualname__, value.__text_signature__, (value.__doc__ or "").split("\n")[0])
print(len, repr(len), len.__self__, len.__name__)
error(len)
error(len, 1, 2)
error(len, obj=[])
error(len, 5)
