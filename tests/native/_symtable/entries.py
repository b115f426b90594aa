"""The raw tables: names with their flags, blocks, parameters."""
import _symtable


def show(table, depth=0):
    print("  " * depth, table.name, table.type, table.lineno, table.nested, table.varnames, table.symbols)
    for child in table.children:
        show(child, depth + 1)


show(_symtable.symtable('''
import os
x: int = 1
def f(a, *b, c=3, **d):
    global g
    def h():
        nonlocal a
        return a + b[0] + os
    return [i for i in a if (j := i)], {q for q in (lambda z: z)(a)}
class A[T]:
    y = 1
    def m(self): return __class__, y
type X[U: int] = list[U]
async def g():
    async for x in y: yield x
''', "<text>", "exec"))
show(_symtable.symtable("a + (lambda x: y)", "<text>", "eval"))
show(_symtable.symtable(b"# coding: latin-1\nx = '\xe9'", b"<bytes>", "exec"))
show(_symtable.symtable("pass", "<text>", "single"))
print({name: value for name, value in vars(_symtable).items() if isinstance(value, int)})
