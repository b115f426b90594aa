# Comprehensions: own names, cells shared by lambdas, walrus targets, outermost iterable evaluated outside, nesting, class bodies, exceptions inside.
x = "outer x"
print([x for x in range(3)], x, {x: x * 2 for x in "ab"}, x, {x for x in [1, 1]}, x, list(x for x in "z"), x)
functions = [lambda: i for i in range(3)]
print([f() for f in functions], [f() for f in [lambda i=i: i for i in range(3)]], [[(lambda: (i, j))() for j in range(2)] for i in range(2)])
def outer():
    total = 0
    def add(n):
        nonlocal total
        total += n
        return total
    seen = [add(n) for n in range(4)]
    last = [y := n * 2 for n in range(3)]
    return seen, total, last, y, [total for _ in range(1)], [(lambda: total + k)() for k in range(2)]
print(outer())
def shadow(x):
    return [x for x in x for x in [x, x]], x
print(shadow("ab"))
def conditions():
    return [a * b for a in range(5) if a % 2 for b in range(a) if b != 1], [c if c else "zero" for c in range(2)], [d for d in range(10) if d > 3 if d < 6]
print(conditions())
log = []
def note(v): log.append(v); return v
print([note((i, j)) for i in note([1, 2]) for j in note("ab") if note(i == 1)], log)
class C:
    y = 5
    ok = [i for i in range(y)]
    try:
        bad = [y for i in range(2)]
    except NameError as error:
        bad = str(error)
print(C.ok, C.bad)
def unbound():
    try:
        return [v for _ in range(1)]
    except NameError as error:
        return type(error).__name__, str(error)
    v = 1
print(unbound())
def loop_var_after():
    i = "kept"
    [i for i in range(3)]
    {i: 0 for i in range(3)}
    return i
print(loop_var_after())
def deleted():
    n = 1
    result = [n for n in range(2)]
    del n
    try: return n
    except UnboundLocalError as error: return str(error), result
print(deleted())
def failing():
    k = "before"
    try: [1 / k for k in (1, 0)]
    except ZeroDivisionError: return k
print(failing())
def generator_comp():
    return [(yield_ := i) for i in range(2)], yield_
print(generator_comp())
import sys
def frames(): return [sys._getframe().f_code.co_name for _ in range(1)], {sys._getframe().f_code.co_name for _ in "a"}, list(sys._getframe().f_code.co_name for _ in "a"), sorted([k for k in locals()] for _ in range(1))
print(frames())
def locals_in():
    a = 1
    return [sorted(locals()) for b in range(1)], sorted(locals())
print(locals_in())
for source in ("[i := 0 for i in range(2)]", "[j for j in (i := range(2))]", "[(j := 0) for i in range(2) for j in range(2)]", "[x async for x in y]", "[*x for x in y]", "{**x for x in y}", "[yield x for x in y]", "[(yield) for x in y]", "[x for x in 1, 2]", "[x for x in lambda: y, z]", "[x, y for x in z]", "f(x for x in y, 1)", "class C: [(w := 1) for _ in 'a']", "[for x in y]", "{x: y for x in}"):
    try: compile(source, "<s>", "exec"); print("compiled", source)
    except SyntaxError as error: print(source, "|", error.msg)
