"""Digests of what CPython compiles: the marshalled code, and each aspect of the code objects on its own.

tools/pyc/aspects.ts writes the same text for our code objects; the two must change together.
"""
import hashlib
import marshal
import struct
import types
import zipfile

ARCHIVE = "/tmp/python_stdlib.zip"
ASPECTS = ("shape", "counts", "names", "variables", "constants", "code", "stacksize", "lines", "exceptions")


def constant_text(value):
    if value is None or value is True or value is False or value is Ellipsis:
        return repr(value)
    kind = type(value)
    if kind is int:
        return f"i{value}"
    if kind is str:
        return "s" + value.encode("utf-8", "surrogatepass").hex()
    if kind is bytes:
        return "b" + value.hex()
    if kind is float:
        return "f" + struct.pack("<d", value).hex()
    if kind is complex:
        return "c" + struct.pack("<dd", value.real, value.imag).hex()
    if kind is tuple:
        return "(" + ",".join(map(constant_text, value)) + ")"
    if kind is frozenset:
        return "{" + ",".join(sorted(map(constant_text, value))) + "}"
    if kind is types.CodeType:
        return "code"
    raise TypeError(kind)


def variables(code):
    kinds = {}
    for names, bit in ((code.co_varnames, "l"), (code.co_cellvars, "c"), (code.co_freevars, "f")):
        for name in names:
            kinds[name] = kinds.get(name, "") + bit
    return " ".join(f"{name}:{bits}" for name, bits in kinds.items())


def aspect_lines(code, lines):
    lines["shape"].append(f"{code.co_qualname} {code.co_name} {code.co_firstlineno}")
    lines["counts"].append(
        f"{code.co_argcount} {code.co_posonlyargcount} {code.co_kwonlyargcount} {code.co_flags}"
    )
    lines["names"].append(" ".join(code.co_names))
    lines["variables"].append(variables(code))
    lines["constants"].append(" ".join(map(constant_text, code.co_consts)))
    lines["code"].append(code.co_code.hex())
    lines["stacksize"].append(str(code.co_stacksize))
    lines["lines"].append(code.co_linetable.hex())
    lines["exceptions"].append(code.co_exceptiontable.hex())
    for constant in code.co_consts:
        if isinstance(constant, types.CodeType):
            aspect_lines(constant, lines)


def digest(data, length):
    return hashlib.sha256(data).hexdigest()[:length]


def aspects(code):
    lines = {aspect: [] for aspect in ASPECTS}
    aspect_lines(code, lines)
    return {aspect: digest("\n".join(text).encode(), 8) for aspect, text in lines.items()}


def compile_fresh(source, path, optimize):
    """Compile and marshal as py_compile does: the caller holds the path and the code object."""
    code = compile(source, path, "exec", dont_inherit=True, optimize=optimize)
    return code, marshal.dumps(code)


def archive_digests(prefix):
    found = {}
    with zipfile.ZipFile(ARCHIVE) as archive:
        for name in sorted(archive.namelist()):
            if not name.endswith(".py"):
                continue
            source = archive.read(name)
            path = prefix + name
            entry = {"marshal": []}
            for optimize in (0, 1, 2):
                code, data = compile_fresh(source, path, optimize)
                entry["marshal"].append(digest(data, 24))
                if optimize == 0:
                    entry["aspects"] = aspects(code)
                del code, data
            found[name] = entry
    return found
