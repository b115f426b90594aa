"""dis.dis of functions of every kind: closures, generators, handlers, loops, comprehensions."""
import contextlib
import dis
import io
import re


def shown(action, *args, **kwargs):
    """Print what the action prints, without addresses."""
    with contextlib.redirect_stdout(io.StringIO()) as out:
        action(*args, **kwargs)
    print(re.sub(r" at 0x[0-9a-f]+", "", out.getvalue()), end="")



def plain(a, b=1, *c, d, **e):
    x = a + b
    if x > 3 and d:
        return [x, *c]
    while x:
        x -= 1
    else:
        x = e["k"]
    return f"{x!r:>{b}}"


def closure(n):
    def inner(m):
        nonlocal n
        n += m
        return lambda: n
    return inner


def generator(items):
    for item in items:
        got = yield item
        yield from got


async def coroutine(x):
    async with x as y:
        return [await z async for z in y]


def handlers(f):
    try:
        with f as g:
            g()
    except (KeyError, ValueError) as error:
        raise RuntimeError from error
    finally:
        del f


def groups(f):
    try:
        f()
    except* OSError as group:
        print(group.exceptions)


def matching(x):
    match x:
        case [1, *rest, {"k": v}] if v:
            return rest
        case int(n) | str(n):
            return n


for function in (plain, closure(1), generator, coroutine, handlers, groups, matching):
    print("-----", function.__name__)
    shown(dis.dis, function)
