# A function may be made of code that has its names in a namespace: they are the function's globals.
import ast
from types import FunctionType

names = {"start": 1}
function = FunctionType(compile("result = start + 1\nstart = 5", "<code>", "exec"), names)
print(function(), names["result"], names["start"])
names["start"] = 10
function()
print(names["result"])


class Wait:
    def __await__(self):
        yield "waiting"


code = compile("await Wait()\ndone = True", "<code>", "exec", flags=ast.PyCF_ALLOW_TOP_LEVEL_AWAIT)
names = {"Wait": Wait}
coroutine = FunctionType(code, names)()
print(coroutine.send(None))
try:
    coroutine.send(None)
except StopIteration:
    print(names["done"])
