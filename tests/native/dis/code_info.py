"""dis.code_info and show_code: names, constants, flags of functions."""
import dis
import re


def info(code):
    print(re.sub(r" at 0x[0-9a-f]+", "", dis.code_info(code)).replace(__file__, "<file>"))



def f(a, /, b, *args, c=1, **kwargs):
    """Doc."""
    x = a
    return lambda: x + b + len(args) + 2.5


async def g():
    yield await h()

info(f)
info(f(1, 2))
info(g)
print(dis.code_info("x = y"))
info("1 + (lambda: 2)()")
print(dis.pretty_flags(0x43), dis.COMPILER_FLAG_NAMES)
