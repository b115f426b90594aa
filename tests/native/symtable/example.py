"""The module symtable: blocks, symbols and what is known about them."""
import symtable

SOURCE = '''
import os
from sys import path as where
LIMIT: int = 10

def outer(a, b=1, *args, key, **options):
    """Doc."""
    global counter
    counter = 1
    local = a
    def inner(c):
        nonlocal local
        local += c + LIMIT
        return [x * b for x in args if x]
    class Held:
        value = local
        def method(self): return __class__, value
    return inner, Held, lambda q: (q, key)

class Base(os.PathLike):
    shared = 1
    def method(self, other): return self.shared + other
    @staticmethod
    def tool(): pass

def generic[T: int](x: T) -> T:
    yield x
type Alias[K] = dict[K, int]
'''


def show(table, depth=0):
    pad = "    " * depth
    print(f"{pad}{table.get_type()} {table.get_name()} line {table.get_lineno()} "
          f"optimized={table.is_optimized()} nested={table.is_nested()} children={table.has_children()}")
    for name in sorted(table.get_identifiers()):
        symbol = table.lookup(name)
        facts = [fact for fact in ("referenced", "parameter", "global", "declared_global", "nonlocal", "local", "free",
                                   "imported", "assigned", "annotated", "namespace")
                 if getattr(symbol, f"is_{fact}")()]
        print(f"{pad}  {name}: {', '.join(facts)}")
    if isinstance(table, symtable.Function):
        print(f"{pad}  parameters {table.get_parameters()} locals {sorted(table.get_locals())} globals {sorted(table.get_globals())} "
              f"nonlocals {table.get_nonlocals()} frees {table.get_frees()}")
    if isinstance(table, symtable.Class):
        print(f"{pad}  methods {table.get_methods()}")
    for child in table.get_children():
        show(child, depth + 1)


top = symtable.symtable(SOURCE, "<source>", "exec")
show(top)
print(top, top.lookup("outer"), top.lookup("outer").get_namespace())
print(top.lookup("LIMIT").get_namespaces(), top.lookup("LIMIT").is_annotated())
for action in (lambda: top.lookup("nothing"), lambda: top.lookup("LIMIT").get_namespace()):
    try:
        action()
    except (KeyError, ValueError) as error:
        print(type(error).__name__, error)
try:
    symtable.symtable("def f(x): global x", "<bad>", "exec")
except SyntaxError as error:
    print(error, error.filename, error.lineno, error.offset, error.text)
