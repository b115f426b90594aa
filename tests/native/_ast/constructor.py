"""Making nodes: positional and keyword arguments, defaults, errors, subclasses."""
from _ast import AST, Constant, Load, Name, Pass, expr


def show(make):
    try:
        node = make()
        print(type(node).__name__, vars(node))
    except Exception as error:
        print(type(error).__name__, error)


show(lambda: Name())
show(lambda: Name("a"))
show(lambda: Name("a", None, 3))
show(lambda: Pass(1))
show(lambda: expr(1))
show(lambda: AST(1))
show(lambda: AST(x=1))
show(lambda: Name("a", id="b"))
show(lambda: Name("a", foo=1, lineno=3))
show(lambda: Name().id)
print(Constant(1).kind, Constant(value=2, kind="u").kind)


class Sub(Name):
    """A node with one more field, and an __init__ of its own."""
    _fields = Name._fields + ("more",)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.extra = True


show(lambda: Sub("a", None, 4))
show(lambda: Sub("a", None, 4, 5))
print(Sub.__mro__[1:])
show(lambda: AST.__new__(Name))
show(lambda: object.__new__(Name))


class NoFields(AST):
    _fields = None


show(lambda: NoFields(1))
print(Load() == Load(), isinstance(Load(), AST))
