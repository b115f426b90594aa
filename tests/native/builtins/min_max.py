"""min and max."""

def error(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as problem:
        print(f"{type(problem).__name__}: {problem}")


print(max(1, 3, 2), min([3, 1, 2]), max("abc"), max([], default="none"), min([5], default=0), max(1, 1.0), max(1.0, 1), min(1, True))
print(max("aa", "b", key=len), min([3, -4], key=abs), max([1, 2], key=None), max({1: "a", 3: "b"}), min((2, "b"), (2, "a")))
for call in (lambda: max(), lambda: max(1), lambda: max([]), lambda: min(iter([])), lambda: max(1, 2, default=3), lambda: max([1], foo=1),
             lambda: max(1, "a"), lambda: min([1, None]), lambda: max([1, 2], key=5), lambda: min(key=len), lambda: max([], key=len)):
    error(call)
calls = []
print(max([3, 1, 2], key=lambda x: calls.append(x) or -x), calls)
nan = float("nan")
print(max(nan, 1), max(1, nan), min(nan, 1))
