# lark: Earley and LALR grammars, transformers, visitors, ambiguity, errors with positions.
from lark import Lark, Transformer, Tree, UnexpectedCharacters, UnexpectedToken, Visitor, v_args

CALCULATOR = """
?start: sum | NAME "=" sum -> assign
?sum: product | sum "+" product -> add | sum "-" product -> sub
?product: atom | product "*" atom -> mul | product "/" atom -> div
?atom: NUMBER -> number | "-" atom -> neg | NAME -> var | "(" sum ")"
%import common.CNAME -> NAME
%import common.NUMBER
%import common.WS_INLINE
%ignore WS_INLINE
"""


@v_args(inline=True)
class Calculate(Transformer):
    from operator import add, sub, mul, truediv as div, neg
    number = float

    def __init__(self):
        super().__init__()
        self.vars = {}

    def assign(self, name, value):
        self.vars[name] = value
        return value

    def var(self, name):
        return self.vars[name]


calculator = Lark(CALCULATOR, parser="lalr", transformer=Calculate())
for text in "a = 1 + 2 * 3", "-a * (2 - 0.5)", "a / 4":
    print(text, calculator.parse(text))
parser = Lark(CALCULATOR, parser="lalr", propagate_positions=True)
tree = parser.parse("1 + x * 3")
print(tree.pretty(), tree.data, tree.meta.end_column)
for text in "1 +", "1 $ 2", "(1 2)":
    try:
        parser.parse(text)
    except UnexpectedCharacters as error:
        print("characters", error.line, error.column)
    except UnexpectedToken as error:
        print("token", repr(error.token), sorted(error.expected))

JSON = r"""
?value: object | array | string | SIGNED_NUMBER -> number | "true" -> true | "false" -> false | "null" -> null
array: "[" [value ("," value)*] "]"
object: "{" [pair ("," pair)*] "}"
pair: string ":" value
string: ESCAPED_STRING
%import common.ESCAPED_STRING
%import common.SIGNED_NUMBER
%import common.WS
%ignore WS
"""
print(Lark(JSON, start="value", parser="earley").parse('{"a": [1, true, null], "b": {}}').pretty())
ambiguous = Lark('start: e\ne: e "+" e | /[a-z]/', ambiguity="explicit")
print(ambiguous.parse("a+b+c").pretty())


class Count(Visitor):
    seen = 0

    def number(self, tree):
        self.seen += 1


count = Count()
count.visit(Lark(JSON, start="value", parser="lalr").parse("[1, 2, [3]]"))
print(count.seen, list(parser.lex("1 + a")), Tree("x", [Tree("y", [])]).pretty(), [t.data for t in tree.iter_subtrees()])
