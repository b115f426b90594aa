"""Import a module and show what the import system did: what was compiled, and which .pyc was written or reused.

Run it twice: the first run compiles hello_chai.py and writes the .pyc, the second reads it. Change hello_chai.py and
run it again: the .pyc no longer matches and is written anew. It runs the same under any Python 3.12.
"""
import importlib.util
import os
import sys


def stamp(path):
    """Modification time and inode: a .pyc is replaced as a whole, so a new one differs in both."""
    try:
        info = os.stat(path)
    except FileNotFoundError:
        return None
    return info.st_mtime_ns, info.st_ino


def describe_header(path):
    """The 16 bytes before the marshalled code (PEP 552)."""
    with open(path, "rb") as file:
        header = file.read(16)
    magic, flags = header[:4], int.from_bytes(header[4:8], "little")
    print(f"  magic     {magic.hex()} ({'this interpreter' if magic == importlib.util.MAGIC_NUMBER else 'another one'})")
    if flags & 1:
        print(f"  flags     {flags}: checked by hash {header[8:].hex()}")
    else:
        print(f"  flags     {flags}: checked by the source's time and size")
        print(f"  time      {int.from_bytes(header[8:12], 'little')}")
        print(f"  size      {int.from_bytes(header[12:], 'little')} bytes of source")


here = os.path.dirname(os.path.abspath(__file__))
source = os.path.join(here, "hello_chai.py")
cached = importlib.util.cache_from_source(source)
before = stamp(cached)

import hello_chai  # noqa: E402

after = stamp(cached)
print()
print("source    ", os.path.relpath(hello_chai.__file__))
print("cached    ", os.path.relpath(hello_chai.__cached__))
if after is None:
    print("compiled   hello_chai.py; no .pyc was written", "(-B)" if sys.dont_write_bytecode else "")
elif before is None:
    print("compiled   hello_chai.py and wrote the .pyc")
elif before != after:
    print("compiled   hello_chai.py again, because the .pyc was stale, and wrote a new one")
else:
    print("reused     the .pyc; hello_chai.py was not compiled")
if after is not None:
    print("header")
    describe_header(cached)
print("functions ", ", ".join(name for name in vars(hello_chai) if not name.startswith("_")))
print("brew(3)   ", hello_chai.brew(3))
