"""Contexts: precision, rounding, flags, traps, and where they apply."""
from decimal import *

with localcontext(prec=5) as context:
    print(Decimal(1) / 7, context.flags[Inexact], context.flags[Rounded])
print(getcontext().prec)

for rounding in (ROUND_UP, ROUND_DOWN, ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_05UP):
    values = [Decimal(text).quantize(Decimal(1), rounding=rounding) for text in ("2.5", "-2.5", "1.1", "-1.1", "0.5", "5.5")]
    print(rounding, *values)

context = Context(prec=6, rounding=ROUND_DOWN, Emin=-99, Emax=99, capitals=0, clamp=1, flags=[], traps=[Overflow])
print(context)
print(context.create_decimal("123456789"), context.divide(Decimal(1), Decimal(3)), context.Etiny(), context.Etop())
print(context.power(2, 10), context.sqrt(2), context.to_sci_string(Decimal("1e10")))
print(sorted(signal.__name__ for signal, on in context.flags.items() if on))
try:
    context.multiply(Decimal("9e90"), Decimal("9e90"))
except Overflow as error:
    print(type(error).__name__, error)
context.clear_flags()
print(context.divide(Decimal(1), Decimal(0)), context.flags[DivisionByZero])

with localcontext() as context:
    context.traps[FloatOperation] = True
    try:
        Decimal(0.1)
    except FloatOperation as error:
        print("FloatOperation", error)
    print(Decimal(1) == 1.0)
    context.traps[InvalidOperation] = False
    print(Decimal("x"), Decimal("sNaN") + 1, context.flags[InvalidOperation])

copy = getcontext().copy()
copy.prec = 50
setcontext(copy)
print(Decimal(2).sqrt())
print(BasicContext, ExtendedContext, sep="\n")
print(issubclass(DivisionByZero, ZeroDivisionError), issubclass(FloatOperation, TypeError), Overflow.__mro__)
