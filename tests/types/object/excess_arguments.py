# object.__init__ minds arguments that nobody takes, but not of types that cannot be called; only functions choose exceptions.
def attempt(function, *args):
    try:
        print(function(*args))
    except Exception as error:
        print(type(error).__name__, error)


class Callable:
    def __call__(self, error):
        return True

    def method(self, error):
        return True


for value in (
    iter([]), iter(()), iter({}), iter(range(3)), iter(set()), iter("a"), iter(b""), (i for i in ()), len, [].append, attempt.__code__, attempt, NotImplemented, None,
    {}.keys(), {}.items(), Callable(), Callable, object(), 5, "a", [], property(), Exception(), int.real, int.__add__, str.join, staticmethod(len), zip(), map(len, []), reversed([]),
):
    print(type(value).__name__, end=" ")
    attempt(object.__init__, value, 1)
group = ExceptionGroup("group", [ValueError(1), KeyError(2)])
for condition in Callable(), Callable().method, len, print, str.upper, int, Callable, lambda error: isinstance(error, KeyError), ValueError, (ValueError,), (), (ValueError, 3):
    attempt(group.subgroup, condition)
    attempt(group.split, condition)
for form in "\ud800", "é", 5, "b", "bb", "":
    try:
        print(memoryview(b"abcd").cast(form).format)
    except Exception as error:
        print(type(error).__name__, ascii(str(error)))
