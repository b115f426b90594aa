"""stack_effect of every opcode, with both ways of jumps, and its errors."""
import opcode
from _opcode import get_specialization_stats, stack_effect


def effect(*args, **kwargs):
    try:
        return stack_effect(*args, **kwargs)
    except (ValueError, TypeError, OverflowError) as error:
        return f"{type(error).__name__}: {error}"


for name, number in sorted(opcode.opmap.items(), key=lambda item: item[1]):
    arg = 3 if number in opcode.hasarg else None
    print(number, name, [effect(number, arg, jump=jump) for jump in (None, True, False)])
print(effect(opcode.opmap["LOAD_CONST"]))
print(effect(opcode.opmap["POP_TOP"], 1))
print(effect(opcode.opmap["POP_TOP"], jump=3))
print(effect(opcode.opmap["LOAD_CONST"], "a"))
print(effect(500, 1), effect(-1), effect(1.5), effect(2**40))
print(sum(effect(number) == "ValueError: invalid opcode or oparg" for number in range(90)))
print(get_specialization_stats())
