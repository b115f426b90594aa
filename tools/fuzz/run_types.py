"""Runs small programs and tells what became of their variables; read by tools/fuzz-types.ts, on both sides.

Input: a JSON list of sources. Output: a JSON list of texts. What differs between builds for good reasons is left out:
the order of sets, addresses, and the depth at which recursion ends.
"""

import json
import re
import sys
import warnings

warnings.simplefilter("ignore")


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
        return f"{kind.__name__}{show(value.args, depth + 1)}"
    return re.sub(r" at 0x[0-9a-fA-F]+", " at 0x", repr(value))


def run(source):
    names = {"__builtins__": __builtins__}
    lines = []
    try:
        exec(source, names)
    except RecursionError:
        return "RecursionError"
    except BaseException as error:
        lines.append(f"{type(error).__name__}: {error}")
    for name in "xyzr":
        if name in names:
            try:
                lines.append(f"{name} = {show(names[name])}")
            except BaseException as error:
                lines.append(f"{name} shows {type(error).__name__}: {error}")
    return re.sub(r" at 0x[0-9a-fA-F]+", " at 0x", "\n".join(lines))


def run_all(text):
    return json.dumps([run(source) for source in json.loads(text)])


if __name__ == "__main__":
    # One line in, one line out, until the input ends.
    for line in sys.stdin:
        print(run_all(line), flush=True)
