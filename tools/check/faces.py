"""What Python programs see of the compiler, for every library file, one line each: run on both sides and compared.

Text that hashing of strings orders, which differs between builds, is put in order first.
"""
import _imp
import ast
import dis
import importlib._bootstrap_external as external
import io
import os
import re
import symtable
import sys
import tokenize
import warnings

ADDRESS = re.compile(r"at 0x[0-9a-f]+")
FROZENSET = re.compile(r"frozenset\(\{.*\}\)")
TESTS = (
    "is_referenced", "is_parameter", "is_global", "is_nonlocal", "is_declared_global", "is_local", "is_annotated",
    "is_free", "is_imported", "is_assigned", "is_namespace",
)


def digest(data):
    if isinstance(data, str):
        data = data.encode("utf-8", "surrogatepass")
    return _imp.source_hash(0, bytes(data)).hex()


def plain(text):
    return FROZENSET.sub(lambda match: "".join(sorted(match[0])), ADDRESS.sub("at 0x", text))


def pyc_files(source, path):
    """With the time of the source, with its hash unchecked and checked, at each optimisation level."""
    source_hash = _imp.source_hash(external._RAW_MAGIC_NUMBER, source)
    for level in (0, 1, 2):
        code = compile(source, path, "exec", dont_inherit=True, optimize=level)
        yield external._code_to_timestamp_pyc(code, 1_700_000_000, len(source))
        yield external._code_to_hash_pyc(code, source_hash, False)
        yield external._code_to_hash_pyc(code, source_hash, True)
        del code


def code_objects(code):
    yield code
    for constant in code.co_consts:
        if isinstance(constant, type(code)):
            yield from code_objects(constant)


def listings(source, path):
    code = compile(source, path, "exec", dont_inherit=True)
    for options in {}, {"show_caches": True}:
        output = io.StringIO()
        dis.dis(code, file=output, **options)
        yield plain(output.getvalue())
    for inner in code_objects(code):
        yield plain(dis.code_info(inner))
        yield repr((list(inner.co_lines()), list(inner.co_positions()), list(dis.findlinestarts(inner))))


def trees(source, path):
    tree = ast.parse(source, path)
    yield ast.dump(tree, include_attributes=True)
    yield ast.dump(tree, indent=1)
    yield ast.unparse(tree)


def scopes(table):
    yield repr((
        table.get_type(), table.get_name(), table.get_lineno(), table.is_optimized(), table.is_nested(),
        table.has_children(), sorted(table.get_identifiers()),
    ))
    for symbol in sorted(table.get_symbols(), key=lambda symbol: symbol.get_name()):
        yield repr([symbol.get_name()] + [getattr(symbol, test)() for test in TESTS])
    for child in table.get_children():
        yield from scopes(child)


def symbol_tables(source, path):
    return scopes(symtable.symtable(source.decode("utf-8-sig"), path, "exec"))


def tokens(source, path):
    return map(repr, tokenize.tokenize(io.BytesIO(source).readline))


FACES = {"pyc": pyc_files, "dis": listings, "ast": trees, "symtable": symbol_tables, "tokenize": tokens}


def library(root):
    for folder, _, files in os.walk(root):
        for file in files:
            if file.endswith(".py"):
                yield os.path.relpath(os.path.join(folder, file), root)


def report(root):
    warnings.simplefilter("ignore")
    lines = []
    for name in sorted(library(root)):
        with open(os.path.join(root, name), "rb") as file:
            source = file.read()
        for face, work in FACES.items():
            lines.append(f"{face} {name} {' '.join(map(digest, work(source, 'lib/python3.12/' + name)))}")
    return "\n".join(lines)


if __name__ == "__main__":
    print(report(sys.argv[1]))
