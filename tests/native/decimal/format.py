"""format() and str() of decimals."""
from decimal import *

EXPRESSIONS = [
    "Decimal('3.14159').quantize(Decimal('0.01'))",
    "format(Decimal('1234.5'), v) if 0 else [format(Decimal('1234.5'), v) for v in ('', 'f', '.1f', '10.2f', '<12', '^12', '+', ' ', '012', ',', 'e', '.3e', 'E', 'g', '.3g', '%', '.1%', '012,.1f', '*>12')]",
    "[str(Decimal(v)) for v in ('0', '-0', '0.000001', '0.0000001', '1e5', '1e-5', '12e3', 'inf', '-nan', 'snan12', '  7_000 ')]",
    "[Decimal(v).to_eng_string() for v in ('1e5', '12e-8', '0e4', '123456e2')]",
    "'%s %r' % (Decimal('1.50'), Decimal('1.50'))",
    "[format(Decimal('1e10'), v) for v in ('', 'f', 'g', 'e', ',')]",
    "[format(Decimal('NaN'), v) for v in ('', '6', '06', '+')]",
]

for text in EXPRESSIONS:
    try:
        print(text, "->", repr(eval(text)))
    except Exception as error:
        print(text, "=>", type(error).__name__, error)
