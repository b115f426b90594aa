# A closure sees the variable, not the value it had; default arguments keep the value.
late = [lambda: i for i in range(3)]
kept = [lambda i=i: i for i in range(3)]
print([f() for f in late], [f() for f in kept])


def make():
    functions = []
    for n in range(3):
        functions.append(lambda: n)
    n = 99
    return functions


print([f() for f in make()])


def outer():
    def inner():
        return value

    try:
        inner()
    except NameError as error:
        print(type(error).__name__, error)
    value = 1
    return inner()


print(outer())
