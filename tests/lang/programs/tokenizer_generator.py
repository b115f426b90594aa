# A tokenizer with regular expressions and a shunting-yard parser to reverse Polish notation.
import re
from typing import NamedTuple


class Token(NamedTuple):
    kind: str
    text: str
    column: int


PATTERN = re.compile(r"(?P<number>\d+(\.\d+)?)|(?P<name>[A-Za-z_]\w*)|(?P<op>\*\*|[-+*/()=,])|(?P<space>\s+)|(?P<bad>.)")


def tokens(text):
    for m in PATTERN.finditer(text):
        if m.lastgroup == "bad":
            raise SyntaxError(f"bad character {m.group()!r} at {m.start()}")
        if m.lastgroup != "space":
            yield Token(m.lastgroup, m.group(), m.start())


PRECEDENCE = {"+": (1, "left"), "-": (1, "left"), "*": (2, "left"), "/": (2, "left"), "**": (3, "right")}


def to_rpn(text):
    output, stack = [], []
    for token in tokens(text):
        if token.kind in ("number", "name"):
            output.append(token.text)
        elif token.text == "(":
            stack.append("(")
        elif token.text == ")":
            while stack and stack[-1] != "(":
                output.append(stack.pop())
            if not stack:
                raise SyntaxError("unbalanced )")
            stack.pop()
        else:
            rank, side = PRECEDENCE[token.text]
            while stack and stack[-1] != "(" and (PRECEDENCE[stack[-1]][0] > rank or PRECEDENCE[stack[-1]][0] == rank and side == "left"):
                output.append(stack.pop())
            stack.append(token.text)
    if "(" in stack:
        raise SyntaxError("unbalanced (")
    return output + stack[::-1]


print(list(tokens("x1 = 3.5*(y)"))[:3])
for text in ("1 + 2 * 3", "(1 + 2) * 3", "2 ** 3 ** 2 - 1", "a / b / c", "(1", "1)", "1 ? 2"):
    try:
        print(text, "=>", " ".join(to_rpn(text)))
    except SyntaxError as error:
        print(text, "=>", error)
