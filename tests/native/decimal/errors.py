"""Which exception, and with what text."""
from decimal import *

EXPRESSIONS = [
    "Decimal('x')",
    'Decimal(1)/0',
    'Decimal(1.5)+1.5',
    'Decimal([1])',
    "Decimal(1)<'a'",
    'Context(prec=0)',
    "Context(rounding='x')",
    "Decimal(1).quantize('x')",
    'getcontext().foo',
    "Decimal((0,(1,2),'x'))",
    'setcontext(1)',
    "Context(prec='a')",
    "Decimal('1').sqrt(1)",
    "int(Decimal('nan'))",
    "int(Decimal('inf'))",
    "hash(Decimal('snan'))",
    "round(Decimal('nan'))",
    "Decimal('1e1000000')*10",
    "float(Decimal('snan'))",
    "Decimal('inf').as_integer_ratio()",
    "getcontext().flags['x']",
    "Decimal(1).__round__('a')",
]

for text in EXPRESSIONS:
    try:
        print(text, "->", repr(eval(text)))
    except Exception as error:
        print(text, "=>", type(error).__name__, error)
