"""What symtable refuses."""
from _symtable import symtable


def check(*args):
    try:
        print(symtable(*args).name)
    except Exception as error:
        print(type(error).__name__, error)


check(3, "f", "exec")
check("", "f", "other")
check("", "f", 3)
check("", 3, "exec")
check("a b", "f", "exec")
check("def f(a):\n    global a", "f", "exec")
check("nonlocal x", "f", "exec")
check("from __future__ import nothing", "f", "exec")
check("a\0b", "f", "exec")
check("\ud800", "f", "exec")
check("x = 1", "f", "eval")
table = symtable("1", "f", "eval")
print(type(table), [name for name in dir(table) if not name.startswith("_")], type(table.id))
check(type(table))
for action in (lambda: type(table)(), lambda: setattr(table, "id", 3), lambda: table.nothing):
    try:
        action()
    except Exception as error:
        print(type(error).__name__, error)
