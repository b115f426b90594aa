"""Digests of the .pyc files that py_compile writes of a library: each level of optimisation, each kind of header.

report(folder) on either side; as a program: caches.py folder [name], the whole library or one of its files.
"""
import hashlib
import os
import py_compile
import sys

MTIME = 1_000_000_000


def names_under(folder):
    for parent, _, files in os.walk(folder):
        for name in files:
            if name.endswith(".py"):
                yield os.path.relpath(os.path.join(parent, name), folder)


def digests(folder, name):
    path = os.path.join(folder, name)
    target = f"{folder}.{os.getpid()}.pyc"
    os.utime(path, (MTIME, MTIME))
    for level in range(3):
        for mode in py_compile.PycInvalidationMode:
            py_compile.compile(path, target, f"library/{name}", doraise=True, optimize=level, invalidation_mode=mode)
            with open(target, "rb") as file:
                digest = hashlib.sha256(file.read()).hexdigest()
            yield f"{name} {level} {mode.name} {digest}"
    os.unlink(target)


def report(folder, *names):
    lines = []
    for name in names or sorted(names_under(folder)):
        lines.extend(digests(folder, name))
    return "\n".join(lines)


if __name__ == "__main__":
    print(report(*sys.argv[1:]))
