"""Who asks for __length_hint__, and what it may say."""

def error(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as problem:
        print(f"{type(problem).__name__}: {problem}")


class Hinted:
    def __init__(self, hint):
        self.hint = hint
    def __iter__(self):
        return iter("ab")
    def __length_hint__(self):
        if isinstance(self.hint, type):
            raise self.hint("boom")
        return self.hint
import operator
for hint in (5, 0, -1, "a", None, NotImplemented, ValueError, TypeError, 2**100, True):
    for function in (list, tuple, sorted, operator.length_hint, dict.fromkeys):
        error(function, Hinted(hint))
print(operator.length_hint([1, 2]), operator.length_hint(5, 7), operator.length_hint(iter((1, 2))))
error(operator.length_hint, 5, "a")
