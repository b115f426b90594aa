"""A tool made of dis: counts opcodes, measures stack depth, finds globals that a module reads."""
import collections
import dis
import re
import types

SOURCE = '''
import math
LIMIT = 3

def area(r):
    """Area of a circle."""
    return math.pi * r ** 2

def walk(tree, depth=0):
    if depth > LIMIT:
        raise RecursionError(tree)
    for child in tree:
        yield depth, child
        yield from walk(child, depth + 1)

class Counter:
    total = 0
    def __init__(self, *names, **options):
        self.names = [name.strip() for name in names if name]
        self.options = {key: str(value) for key, value in options.items()}
    def add(self, other):
        try:
            self.total += len(other)
        except TypeError as error:
            print("no length:", error)
        finally:
            Counter.total = self.total
        return self
'''


def codes(code):
    """The code object and all that are in it."""
    yield code
    for constant in code.co_consts:
        if isinstance(constant, types.CodeType):
            yield from codes(constant)


def depth(code):
    """How deep the stack gets in a straight line: a lower bound of co_stacksize."""
    deepest = now = 0
    for i in dis.get_instructions(code):
        now += dis.stack_effect(i.opcode, i.arg, jump=False)
        deepest = max(deepest, now)
    return deepest


module = compile(SOURCE, "<source>", "exec")
totals = collections.Counter()
for code in codes(module):
    instructions = list(dis.get_instructions(code))
    totals.update(i.opname for i in instructions)
    reads = sorted({i.argval for i in instructions if i.opname == "LOAD_GLOBAL"})
    print(f"{code.co_qualname:30} {len(instructions):3} instructions, stack {code.co_stacksize}, reads {reads}")
    assert depth(code) <= code.co_stacksize + 8, depth(code)
for name, count in totals.most_common(8):
    print(f"{name:20} {count}")
lines = collections.defaultdict(list)
for offset, line in dis.findlinestarts(module):
    lines[line].append(offset)
print(dict(lines))
print(re.sub(r" at 0x[0-9a-f]+", "", dis.code_info(module)))
