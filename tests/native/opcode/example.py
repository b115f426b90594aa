"""The tables of the module opcode, and that they agree with each other."""
import opcode

print(opcode.HAVE_ARGUMENT, opcode.EXTENDED_ARG, opcode.ENABLE_SPECIALIZATION)
print(opcode.cmp_op)
for name in ("hasarg", "hasconst", "hasname", "hasjrel", "hasjabs", "haslocal", "hascompare", "hasfree", "hasexc"):
    print(name, [opcode.opname[number] for number in getattr(opcode, name)])
print(len(opcode.opname), len(opcode.opmap))
for name, number in opcode.opmap.items():
    assert opcode.opname[number] == name
print([name for name in opcode.opname if name.startswith("<")][:3])
print(sorted(opcode._inline_cache_entries[i] for i in range(256))[-5:])
print(opcode._nb_ops[:4], opcode._intrinsic_1_descs, opcode._intrinsic_2_descs)
print(opcode.is_pseudo(256), opcode.is_pseudo(1))
print({name: len(forms) for name, forms in opcode._specializations.items()})
print(opcode.stack_effect(opcode.opmap["BUILD_TUPLE"], 4))


def decode(code):
    """Code units as names and arguments, caches left out."""
    data = code.co_code
    skip = extended = 0
    for i in range(0, len(data), 2):
        if skip:
            skip -= 1
            continue
        op, arg = data[i], data[i + 1] | extended
        extended = arg << 8 if op == opcode.EXTENDED_ARG else 0
        skip = opcode._inline_cache_entries[op]
        yield i, opcode.opname[op], arg if op in opcode.hasarg else None


def f(x):
    total = 0
    for i in range(x):
        if i % 2:
            total += i
    return total


for row in decode(f.__code__):
    print(*row)
