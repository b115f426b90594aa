# pyparsing: a calculator, named results, infix notation, forward references, errors, transformations.
import operator
from pyparsing import (CaselessKeyword, Combine, Dict, Forward, Group, Literal, OneOrMore, Optional, ParseException, QuotedString, Regex,
                       Suppress, Word, ZeroOrMore, alphanums, alphas, delimited_list, infix_notation, nested_expr, nums, one_of, opAssoc,
                       pyparsing_common, srange)

number = pyparsing_common.number()
operators = {"+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.truediv, "^": operator.pow}


def fold(tokens):
    items = tokens[0]
    value = items[0]
    for sign, operand in zip(items[1::2], items[2::2]):
        value = operators[sign](value, operand)
    return value


expression = infix_notation(number, [("^", 2, opAssoc.LEFT, fold), (one_of("* /"), 2, opAssoc.LEFT, fold), (one_of("+ -"), 2, opAssoc.LEFT, fold)])
for text in "1 + 2 * 3", "(1 + 2) * 3", "2 ^ 3 ^ 2", "10 / 4 - 1", "((7))":
    print(text, "=", expression.parse_string(text, parse_all=True)[0])

name = Word(alphas, alphanums + "_")
assignment = Group(name("key") + Suppress("=") + (QuotedString('"') | number | name)("value"))
section = Group(Suppress("[") + name + Suppress("]") + Dict(ZeroOrMore(assignment)))
config = Dict(OneOrMore(section)).ignore("#" + Regex(".*"))
result = config.parse_string('[one]\na = 1 # x\nb = "two words"\n[two]\nc = name\n')
print(result.as_list(), result.as_dict(), result.one.b)
print(result.dump())

nested = Forward()
nested <<= Group(Suppress("(") + ZeroOrMore(nested | Word(alphanums)) + Suppress(")"))
print(nested.parse_string("(a (b c) ((d)))").as_list(), nested_expr("{", "}").parse_string("{a {b} c}").as_list())
date = Combine(Word(nums, exact=4) + "-" + Word(nums, exact=2))("date").set_parse_action(lambda t: t[0].replace("-", "/"))
print(date.search_string("from 2020-01 to 2021-12").as_list(), date.transform_string("in 2020-01 x"), list(date.scan_string("2020-01"))[0][1:])
print(delimited_list(Word(srange("[a-f]"))).parse_string("abc, def,fed").as_list(), (CaselessKeyword("select") + Optional(Literal("*"))).parse_string("SELECT *"))
for parser, text in ((expression, "1 + * 2"), (config, "[x\n"), (number + name, "12 34"), (date, "")):
    try:
        parser.parse_string(text, parse_all=True)
    except ParseException as error:
        print(error, error.line, error.column)
print(expression, assignment)
