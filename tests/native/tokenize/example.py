"""Tools made of tokenize: numbers to Decimal, comments removed, names counted, a tiny formatter."""
import collections
import io
import keyword
import tokenize
from tokenize import COMMENT, NAME, NEWLINE, NL, NUMBER, OP, STRING, generate_tokens, untokenize

SOURCE = '''# A comment at the head
import math  # another


def area(radius, pi=3.14159):
    """Area of a circle."""
    # inside
    if radius < 0: raise ValueError(f"negative: {radius!r:>{10}}")
    return pi * radius ** 2.0  # tail

print(area( 2 ),area(radius=1e1) , 0x10, 1_000)
'''


def decimals(source):
    """Every float literal becomes a Decimal."""
    result = []
    for kind, text, *_ in generate_tokens(io.StringIO(source).readline):
        if kind == NUMBER and ("." in text or "e" in text.lower()) and not text.startswith("0x"):
            result += [(NAME, "Decimal"), (OP, "("), (STRING, repr(text)), (OP, ")")]
        else:
            result.append((kind, text))
    return untokenize(result)


def without_comments(source):
    lines = source.splitlines(keepends=True)
    for token in generate_tokens(io.StringIO(source).readline):
        if token.type == COMMENT:
            row, column = token.start
            lines[row - 1] = lines[row - 1][:column].rstrip() + "\n"
    return "".join(lines)


def names(source):
    counted = collections.Counter()
    for token in generate_tokens(io.StringIO(source).readline):
        if token.type == NAME and not keyword.iskeyword(token.string):
            counted[token.string] += 1
    return counted


def logical_lines(source):
    """Each logical line as its tokens with one space between."""
    line = []
    for token in generate_tokens(io.StringIO(source).readline):
        if token.type in (NEWLINE, tokenize.ENDMARKER):
            if line:
                yield " ".join(line)
            line = []
        elif token.type not in (NL, COMMENT, tokenize.INDENT, tokenize.DEDENT):
            line.append(token.string)


text = decimals(SOURCE)
print(text)
scope = {"Decimal": lambda text: f"D({text})"}
print(without_comments(SOURCE))
print(names(SOURCE).most_common(5))
print(*logical_lines(SOURCE), sep="\n")
exec(SOURCE)
