"""Runs small programs and tells what became of their variables; read by tools/fuzz-types.ts, on both sides.

Input: a JSON list of sources. Output: a JSON list of texts. What differs between builds for good reasons is left out:
the order of sets, addresses, and the depth at which recursion ends. The programs find the classes of this file.
"""

import io
import json
import re
import struct
import sys
import types
import warnings

warnings.simplefilter("ignore")


class I(int):
    pass


class F(float):
    pass


class S(str):
    pass


class B(bytes):
    pass


class L(list):
    pass


class T(tuple):
    pass


class D(dict):
    pass


class Miss(dict):
    def __missing__(self, key):
        return [key]


class Odd:
    """Its special methods give the value it was made of, whatever the protocol wants."""

    def __init__(self, value=None):
        self.value = value

    def __repr__(self):
        return f"{type(self).__name__}({self.value!r})"


class Ix(Odd):
    def __index__(self):
        return self.value


class Conv(Odd):
    def give(self, *args):
        return self.value

    __int__ = __float__ = __complex__ = __bytes__ = __str__ = __bool__ = __len__ = __length_hint__ = give
    __format__ = __iter__ = __round__ = __trunc__ = __fspath__ = __reversed__ = __contains__ = __dir__ = give


class Cmp(Odd):
    def give(self, other):
        return self.value

    __eq__ = __lt__ = __gt__ = __le__ = __ge__ = __ne__ = __contains__ = give

    def __hash__(self):
        return 5


class Seq(Odd):
    def __getitem__(self, index):
        if index >= self.value:
            raise IndexError(index)
        return index * 10

    def __len__(self):
        return self.value


class Bad:
    def __repr__(self):
        return "Bad()"

    def fail(self, *args):
        raise ZeroDivisionError("bad")

    __index__ = __int__ = __float__ = __bytes__ = __str__ = __bool__ = __len__ = __length_hint__ = __format__ = fail
    __eq__ = __lt__ = __hash__ = __iter__ = __contains__ = __add__ = __radd__ = __mul__ = __getitem__ = __round__ = fail
    __call__ = __mod__ = __rmod__ = __neg__ = __abs__ = __or__ = __ror__ = __and__ = __sub__ = __fspath__ = fail


GIVEN = {cls.__name__: cls for cls in (I, F, S, B, L, T, D, Miss, Ix, Conv, Cmp, Seq, Bad)}
GIVEN.update(struct=struct, types=types)


def show(value, depth=0):
    kind = type(value)
    if depth > 4:
        return "..."
    if kind in (set, frozenset):
        return f"{kind.__name__}<{', '.join(sorted(show(item, depth + 1) for item in value))}>"
    if kind is dict:
        return "{" + ", ".join(f"{show(k, depth + 1)}: {show(v, depth + 1)}" for k, v in value.items()) + "}"
    if kind in (list, tuple):
        return f"{kind.__name__}({', '.join(show(item, depth + 1) for item in value)})"
    if hasattr(kind, "__next__"):
        return f"{kind.__name__}({', '.join(show(item, depth + 1) for item, _ in zip(value, range(50)))})"
    if isinstance(value, BaseException):
        return show_exception(value, depth)
    return re.sub(r" at 0x[0-9a-fA-F]+", " at 0x", repr(value))


def show_exception(error, depth):
    text = f"{type(error).__name__}{show(error.args, depth + 1)}"
    for name in ("__cause__", "__context__", "__notes__", "exceptions"):
        if getattr(error, name, None) is not None:
            text += f" {name}={show(getattr(error, name), depth + 1)}"
    return text


def run(source):
    names = {"__builtins__": __builtins__, "__name__": "p", **GIVEN}
    lines = []
    try:
        exec(source, names)
    except RecursionError:
        return "RecursionError"
    except BaseException as error:
        try:
            lines.append(f"{type(error).__name__}: {error}")
        except BaseException as second:
            lines.append(f"{type(error).__name__} whose text raises {type(second).__name__}: {second}")
        if not isinstance(error, SyntaxError) and (error.__context__ is not None or hasattr(error, "__notes__")):
            lines.append(show_exception(error, 0))
        elif isinstance(error, SyntaxError):
            lines.append(f"at {error.lineno}:{error.offset} to {error.end_lineno}:{error.end_offset}")
    for name in "xyzr":
        if name in names:
            try:
                lines.append(f"{name} = {show(names[name])}")
            except BaseException as error:
                lines.append(f"{name} shows {type(error).__name__}: {error}")
    return re.sub(r" at 0x[0-9a-fA-F]+", " at 0x", "\n".join(lines))


def run_all(text):
    # What a program prints, or what is reported of its finalizers, is no answer.
    streams = sys.stdout, sys.stderr
    sys.stdout = sys.stderr = io.StringIO()
    try:
        return json.dumps([run(source) for source in json.loads(text)])
    finally:
        sys.stdout, sys.stderr = streams


if __name__ == "__main__":
    # One line in, one line out, until the input ends.
    for line in sys.stdin:
        print(run_all(line), flush=True)
