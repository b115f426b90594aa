"""list(): from any iterable, empty, and what it refuses."""

def error(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as problem:
        print(f"{type(problem).__name__}: {problem}")


print(list(), list("abc"), list((1, 2)), list({1: 2}), list(range(3)))
error(list, 1)
error(list, 1, 2)
error(list, iterable=[1])
class Stack(list):
    def __init__(self, *items, top=None):
        super().__init__(items)
        self.top = top
stack = Stack(1, 2, top=3)
print(stack, stack.top, type(stack[:]).__name__, type(stack + stack).__name__, type(stack * 2).__name__)
again = [1, 2, 3]
again.__init__("xy")
print(again)
class Plain(list):
    pass
error(Plain, a=1)
print(Plain("ab"), repr(Plain()), Plain([1]) == [1])
