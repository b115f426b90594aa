# Of the special methods only __get__ is called as it was found, with the descriptor as its first argument.
def show(*args):
    return [type(each).__name__ for each in args]


class Plain:
    def __call__(self, *args):
        return ("called", *show(*args))


class WithCallable:
    __get__ = Plain()


class WithStatic:
    __get__ = staticmethod(show)


class WithFunction:
    __get__ = show


class WithBuiltin:
    __get__ = getattr


class Owner:
    callable = WithCallable()
    static = WithStatic()
    function = WithFunction()
    builtin = WithBuiltin()


print(Owner.callable, Owner().callable)
print(Owner.static, Owner().static)
print(Owner.function, Owner().function)
try:
    print(Owner.builtin)
except TypeError as error:
    print(error)
