# Names reach through several functions; a class body does not lend its names to methods.
x = "global"


def one():
    x = "one"

    def two():
        def three():
            return x

        return three

    class C:
        x = "class"
        y = x

        def method(self):
            return x

    return two()(), C.y, C().method()


print(one())


def shadow():
    def inner():
        global x
        x = "changed"

    inner()
    return x


print(shadow(), x)


def same_name():
    x = 1

    def f():
        x = 2

        def g():
            nonlocal x
            x = 3

        g()
        return x

    return f(), x


print(same_name())
