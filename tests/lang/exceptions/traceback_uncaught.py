# An uncaught error ends the program with exit code 1 and the trace of the calls on stderr.
def first(n):
    return second(n + 1)


def second(n):
    values = {"a": [1, 2]}
    return third(values["a"][n])


def third(x):
    return (x + 1) / (x - x)


print("before")
first(0)
print("never")
