# The with statement: enter, exit, suppression, several managers, and return through it.
class Manager:
    def __init__(self, name, suppress=False, fail=None):
        self.name, self.suppress, self.fail = name, suppress, fail

    def __enter__(self):
        print("enter", self.name)
        if self.fail == "enter":
            raise RuntimeError("enter failed")
        return self.name.upper()

    def __exit__(self, kind, value, traceback):
        print("exit", self.name, kind and kind.__name__, value, traceback is not None)
        if self.fail == "exit":
            raise RuntimeError("exit failed")
        return self.suppress


with Manager("a") as a, Manager("b") as b:
    print(a, b)
with Manager("s", suppress=True):
    raise ValueError("suppressed")
print("after")
try:
    with Manager("o"), Manager("i"):
        raise KeyError("k")
except KeyError as error:
    print("outside", error)


def returns():
    with Manager("r"):
        return "returned"


def breaks():
    for i in range(3):
        with Manager(str(i)):
            if i == 1:
                break
            continue


print(returns())
breaks()
try:
    with Manager("one"), Manager("two", fail="enter"):
        print("never")
except RuntimeError as error:
    print(error)
try:
    with Manager("x", fail="exit"):
        raise ValueError("original")
except RuntimeError as error:
    print(error, repr(error.__context__))
with (
    Manager("p") as (first, *rest),
    Manager("q"),
):
    print(first, rest)
for bad in (5, type("NoExit", (), {"__enter__": lambda self: 1})()):
    try:
        with bad:
            pass
    except TypeError as error:
        print(error)
