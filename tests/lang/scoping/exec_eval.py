# exec and eval with their own namespaces; code objects; __builtins__ appears by itself.
space = {"a": 2}
exec("b = a * 21\ndef f(): return b", space)
print(space["b"], space["f"](), "__builtins__" in space)
print(eval("a + b", {"a": 1}, {"b": 2}), eval(" 1 +\t1"))
code = compile("x = 5\nx * 2", "<made>", "exec")
local = {}
exec(code, {}, local)
print(local, code.co_filename, code.co_names)
single = compile("3 + 4", "<single>", "single")
exec(single)
expression = compile("[i for i in range(n)]", "<e>", "eval")
print(eval(expression, {"n": 3}))


def f():
    y = 1
    exec("y = 2")
    return y


print(f())
for text in ("1 +", "x = 1", "a b"):
    try:
        eval(text)
    except SyntaxError as error:
        print(error.msg, error.lineno, error.offset)
try:
    eval("len", {"__builtins__": {}})
except NameError as error:
    print(error)
