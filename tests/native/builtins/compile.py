"""compile: modes, flags, sources."""

def error(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as problem:
        print(f"{type(problem).__name__}: {problem}")


code = compile("a = 1; b = a + 1", "<test>", "exec")
space = {}
exec(code, space)
print(space["b"], code.co_filename, code.co_name, compile("5", "f", "eval").co_filename)
exec(compile("print('shown'); 5", "f", "exec"))
exec(compile("6 * 7", "f", "single"))
print(eval(compile(b"# coding: latin-1\n'\xe9'", "f", "eval")))
for args in (("1", "f", "zz"), (5, "f", "eval"), ("1", 5, "eval"), ("1", "f", 5), ("1", "f", "eval", 2**20 + 1), ("1", "f", "eval", 0, False, 5)):
    error(compile, *args)
error(compile, "a b", "f", "exec")
error(compile, "x = 1", "f", "eval")
error(compile, "1", "f")
code = compile("assert 0, 'kept'", "f", "exec", optimize=1)
print(exec(code))
error(exec, compile("assert 0, 'kept'", "f", "exec", optimize=0))
