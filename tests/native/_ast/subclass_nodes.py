"""Trees of subclasses: properties are read, lists may change meanwhile, all bases count."""
from _ast import *

P = dict(lineno=1, col_offset=0)
call = Call(Name("print", Load(), **P), [Constant("called", **P)], [], **P)


class Logged(Expr):
    @property
    def value(self):
        print("value is read")
        return call

    @value.setter
    def value(self, value):
        pass


exec(compile(Module([Logged(None, **P)], []), "<tree>", "exec"))


class Growing(Pass):
    @property
    def lineno(self):
        body.append(Pass(**P))
        return 1


body = [Growing()]
body[0].col_offset = 0
try:
    compile(Module(body, []), "<tree>", "exec")
except RuntimeError as error:
    print(error)


class Both(Pass, Expr):
    pass


try:
    compile(Module([Both(**P)], []), "<tree>", "exec")
except TypeError as error:
    print(error)


class Items(list):
    pass


exec(compile(Module(Items([Expr(call, **P)]), []), "<tree>", "exec"))
