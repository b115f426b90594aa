# Which method of which operand is asked for every binary operator, in which order, with NotImplemented, subclasses and None.
import operator
names = ["add", "sub", "mul", "truediv", "floordiv", "mod", "pow", "lshift", "rshift", "and", "or", "xor", "matmul", "divmod"]
log = []
def forward(name, answer):
    def method(self, other):
        log.append(f"{type(self).__name__}.__{name}__")
        return answer
    return method
def make(name, bases=(object,), left=NotImplemented, right=NotImplemented):
    body = {}
    for each in names:
        body[f"__{each}__"] = forward(each, left)
        body[f"__r{each}__"] = forward("r" + each, right)
    return type(name, bases, body)
A = make("A")
B = make("B", right="from B")
Sub = make("Sub", (A,), right="from Sub")
Plain = type("Plain", (A,), {})
functions = {name: (divmod if name == "divmod" else getattr(operator, name + "_" if name in ("and", "or") else name)) for name in names}
for name in names:
    for left, right in ((A(), B()), (A(), Sub()), (A(), A()), (A(), Plain()), (Sub(), A()), (A(), 1), (1, B())):
        log.clear()
        try:
            result = functions[name](left, right)
        except TypeError as error:
            result = str(error)
        print(name, type(left).__name__, type(right).__name__, log, result)
class Refuses:
    __radd__ = None
    __add__ = None
for action in (lambda: 1 + Refuses(), lambda: Refuses() + 1, lambda: Refuses() + B(), lambda: B() + Refuses()):
    try:
        print(action())
    except TypeError as error:
        print(error)
class Same:
    def __add__(self, other):
        return NotImplemented
    __radd__ = __add__
try:
    Same() + Same()
except TypeError as error:
    print(error)
