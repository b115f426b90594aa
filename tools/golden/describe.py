"""Prints as JSON what this interpreter says of its builtin types and native modules: run by the reference and by us.

For each static type, and each type of a native module: its bases, text signature, doc, what its flags say, and of each
attribute in its `__dict__` the kind, text signature and doc. For each module: its attributes in the same way.
"""

import json
import sys

MODULES = """builtins sys _abc _bisect _blake2 _codecs _collections _contextvars _csv _functools _heapq _io _json _locale
_lsprof _md5 _opcode _operator _queue _random _sha1 _sha2 _sha3 _sre _stat _statistics _string _struct _symtable _thread
_tokenize _typing _warnings _weakref array atexit binascii cmath errno gc itertools marshal math time unicodedata zlib""".split()

FLAGS = {
    "sequence": 1 << 5,
    "mapping": 1 << 6,
    "disallows instantiation": 1 << 7,
    "immutable": 1 << 8,
    "heap": 1 << 9,
    "basetype": 1 << 10,
    "method descriptor": 1 << 17,
    "abstract": 1 << 20,
    "long subclass": 1 << 24,
    "list subclass": 1 << 25,
    "tuple subclass": 1 << 26,
    "bytes subclass": 1 << 27,
    "unicode subclass": 1 << 28,
    "dict subclass": 1 << 29,
    "exception subclass": 1 << 30,
    "type subclass": 1 << 31,
}
HEAP_TYPE = FLAGS["heap"]
WITH_SIGNATURE = {
    "method_descriptor",
    "classmethod_descriptor",
    "wrapper_descriptor",
    "builtin_function_or_method",
    "builtin_method",
    "staticmethod",
}
# Of the host that the reference runs on.
FOREIGN = ("Js", "_pyodide", "pyodide", "_js", "Buffer", "FutureDone", "Py2Js", "_buffer_wrapper")

found = {}


def full_name(cls):
    return cls.__qualname__ if cls.__module__ == "builtins" else f"{cls.__module__}.{cls.__qualname__}"


def text(value):
    return value if isinstance(value, str) else None


def describe(value):
    kind = type(value).__name__
    row = {"kind": kind}
    if kind == "staticmethod":
        value = value.__func__
    if kind in WITH_SIGNATURE:
        row["signature"] = getattr(value, "__text_signature__", None)
        row["doc"] = text(value.__doc__)
    elif kind in ("getset_descriptor", "member_descriptor"):
        row["doc"] = text(value.__doc__)
    elif value is None or kind in ("str", "int", "bool"):
        row["value"] = value
    return row


def describe_type(cls):
    return {
        "bases": [full_name(base) for base in cls.__bases__],
        "signature": cls.__text_signature__,
        "doc": text(cls.__doc__),
        "flags": [name for name, bit in FLAGS.items() if cls.__flags__ & bit],
        "attributes": {name: describe(value) for name, value in sorted(cls.__dict__.items()) if name != "__doc__"},
    }


def add_type(cls):
    name = full_name(cls)
    if name not in found and not name.startswith(FOREIGN):
        found[name] = describe_type(cls)


def walk(cls):
    if not cls.__flags__ & HEAP_TYPE and full_name(cls) not in found:
        add_type(cls)
        for subclass in type.__subclasses__(cls):
            walk(subclass)


def describe_module(name):
    try:
        module = __import__(name)
    except ImportError:
        return None
    attributes = {}
    for attribute, value in sorted(vars(module).items()):
        if attribute in ("__builtins__", "__loader__", "__spec__", "_"):
            continue
        row = describe(value)
        if "value" in row and not isinstance(value, bool):
            # Versions, paths, limits of the machine.
            del row["value"]
        attributes[attribute] = row
        if isinstance(value, type) and value.__module__ in (name, name.lstrip("_"), "builtins", "collections", "functools"):
            add_type(value)
    return {"doc": text(module.__doc__), "attributes": attributes}


async def _agen():
    yield


class _Plain:
    pass


def samples():
    """Instances of types that nothing names and that may be made only when they are needed."""
    yield from map(iter, ("a", "\u0100", (), [], range(0), range(10**30), b"", bytearray(), {}, set(), memoryview(b"")))
    yield from map(reversed, ([], (), {}, {}.items(), {}.values()))
    yield from ({}.items(), {}.keys(), {}.values(), iter({}.items()), iter({}.values()))
    yield from ((_agen).__code__.co_lines(), (_agen).__code__.co_positions(), sys._getframe(), sys.flags)
    yield from (sys.float_info, sys.int_info, sys.hash_info, sys.version_info, sys.thread_info, list[int], int | str)
    generator = _agen()
    yield from (generator, generator.asend(None), generator.athrow(ValueError), aiter(generator), iter(int, 1))
    yield from (_Plain.__dict__, _Plain.__init__, "".join, str.join, dict.__dict__["fromkeys"], iter(zip()))


def main():
    # What a module adds to the types must be there on both sides before the walk.
    modules = {name: describe_module(name) for name in MODULES}
    for sample in samples():
        walk(type(sample))
    walk(object)
    types = {name: found[name] for name in sorted(found)}
    print(json.dumps({"types": types, "modules": modules}, indent=1))


main()
