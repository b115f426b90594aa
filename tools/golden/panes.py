"""What CPython itself makes of programs, in the words of the inspector's panes (tests/inspector/panes.ts).

Standard input: a JSON object of programs by name. Standard output: the panes of each. Blocks are left out: CPython shows
nobody its flow graphs. So are the places of scopes, and the addresses of code objects, which mean nothing.
"""
import _symtable
import ast
import dis
import importlib._bootstrap_external as bootstrap
import io
import json
import re
import sys
import token
import tokenize

FILENAME = "program.py"
SIMPLE = ast.expr_context, ast.boolop, ast.operator, ast.unaryop, ast.cmpop
SCOPES = {
    _symtable.LOCAL: "local",
    _symtable.GLOBAL_EXPLICIT: "global (declared)",
    _symtable.GLOBAL_IMPLICIT: "global (implied)",
    _symtable.FREE: "free",
    _symtable.CELL: "cell",
}
# The bits of Include/internal/pycore_symtable.h; not all of them are in _symtable.
MARKS = {
    _symtable.DEF_PARAM: "parameter",
    _symtable.DEF_LOCAL: "assigned",
    _symtable.USE: "referenced",
    _symtable.DEF_GLOBAL: "global",
    _symtable.DEF_NONLOCAL: "nonlocal",
    _symtable.DEF_IMPORT: "imported",
    _symtable.DEF_ANNOT: "annotated",
    1 << 9: "iteration variable",
    1 << 10: "type parameter",
    1 << 11: "cell of an inlined comprehension",
    1 << 6: "free in a method",
}


def key(lineno, column, end_lineno, end_column):
    if lineno is None or lineno < 1: return ""
    parts = lineno, column, end_lineno, end_column
    return ":".join("-1" if part is None else str(part) for part in parts)


def tokens(text):
    lines = text.split("\n")

    def in_bytes(line, column):
        start = lines[line - 1][:column] if line <= len(lines) else ""
        return len(start.encode()) + column - len(start)

    found = []
    try:
        for each in tokenize.generate_tokens(io.StringIO(text).readline):
            (line, column), (end_line, end_column) = each.start, each.end
            place = key(line, in_bytes(line, column), end_line, in_bytes(end_line, end_column))
            string = json.dumps(each.string, ensure_ascii=False)
            found.append(f"{token.tok_name[each.type]} {string} {place if each.string.strip() else ''}")
    except (tokenize.TokenError, SyntaxError):
        pass
    return found


def tree(node):
    leaves, below = "", []

    def visit(value):
        if isinstance(value, list):
            for each in value: visit(each)
        elif isinstance(value, ast.AST) and not isinstance(value, SIMPLE): below.extend(tree(value))

    for name, value in ast.iter_fields(node):
        if isinstance(value, SIMPLE): leaves += f" {name}={type(value).__name__}"
        elif isinstance(value, (list, ast.AST)): visit(value)
        elif value is not None or (isinstance(node, ast.Constant) and name == "value"): leaves += f" {name}={value!r}"
    place = ""
    if "lineno" in node._attributes:
        place = key(node.lineno, node.col_offset, node.end_lineno, node.end_col_offset)
    return [f"{type(node).__name__}{leaves} {place}", *below]


def scopes(table):
    rows = [table.name]
    for name, flags in table.symbols.items():
        scope = SCOPES.get(flags >> _symtable.SCOPE_OFF & _symtable.SCOPE_MASK, "unresolved")
        rows.append(f"{name} | {scope} | {', '.join(mark for bit, mark in MARKS.items() if flags & bit)}")
    for child in table.children: rows += scopes(child)
    return rows


def bytecode(code):
    rows = [code.co_qualname]
    for each in dis.Bytecode(code):
        place = each.positions
        row = (
            "" if each.starts_line is None else each.starts_line,
            "»" if each.is_jump_target else "",
            each.offset,
            each.opname,
            "" if each.arg is None else each.arg,
            each.argrepr,
            key(place.lineno, place.col_offset, place.end_lineno, place.end_col_offset),
        )
        rows.append(" ".join(map(str, row)))
    for entry in dis._parse_exception_table(code):
        lasti = ", lasti pushed" if entry.lasti else ""
        rows.append(f"{entry.start} to {entry.end - 2} → {entry.target} stack cut to {entry.depth}{lasti}")
    for each in code.co_consts:
        if isinstance(each, type(code)): rows += bytecode(each)
    return [re.sub(r"(<code object \S+ at )0x[0-9a-f]+", r"\1·", row) for row in rows]


def panes(text):
    shown = {"tokens": tokens(text), "tree": [], "scopes": [], "bytecode": [], "pyc": "", "error": ""}
    try:
        shown["tree"] = tree(ast.parse(text, FILENAME))
        shown["scopes"] = scopes(_symtable.symtable(text, FILENAME, "exec"))
        code = compile(text, FILENAME, "exec", dont_inherit=True)
        # Before anything else has references into it: they are told in the file.
        shown["pyc"] = bytes(bootstrap._code_to_timestamp_pyc(code, 0, len(text.encode()))).hex()
        shown["bytecode"] = bytecode(code)
    except SyntaxError as error:
        line = f"line {error.lineno} " if error.lineno is not None else ""
        shown["error"] = f"{line}{type(error).__name__}: {error.msg}"
    return shown


print(json.dumps({name: panes(text) for name, text in json.load(sys.stdin).items()}, ensure_ascii=False, indent=1))
