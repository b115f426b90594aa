"""dis.get_instructions and Bytecode: fields of instructions, jump targets, positions, exception entries."""
import dis


def f(x):
    try:
        for y in x:
            if y > 1:
                z = y * 2.5
    except ValueError:
        return None


for i in dis.get_instructions(f):
    p = i.positions
    print(i.opcode, i.opname, i.arg, i.argrepr, i.offset, i.starts_line and i.starts_line - f.__code__.co_firstlineno, i.is_jump_target,
          (p.lineno - f.__code__.co_firstlineno, p.end_lineno - f.__code__.co_firstlineno, p.col_offset, p.end_col_offset) if p.lineno else p)
code = dis.Bytecode(f)
print(code.codeobj is f.__code__, code.first_line == f.__code__.co_firstlineno, [entry[:4] for entry in code.exception_entries])
print(dis.Bytecode("1 + x").dis())
print(dis.Bytecode("a and b", first_line=10).info())
print(list(dis.findlinestarts(compile("a\n\nb\nc", "<s>", "exec"))))
print(dis.findlabels(f.__code__.co_code))
print(dis.stack_effect(dis.opmap["BUILD_LIST"], 3), dis.hasconst, dis.hasjrel == dis.hasjabs)
try:
    f2 = lambda: 1 / 0
    f2()
except ZeroDivisionError as error:
    tb = error.__traceback__.tb_next
    dis.disco(tb.tb_frame.f_code, tb.tb_lasti)
    print(dis.Bytecode.from_traceback(tb).current_offset == tb.tb_lasti)
