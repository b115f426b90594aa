# Generators run on demand, keep their state, and end with StopIteration.
def count(n):
    print("start")
    for i in range(n):
        yield i
    print("end")
    return "value"


g = count(2)
print(type(g).__name__, g.__name__)
print(next(g), next(g))
try:
    next(g)
except StopIteration as stop:
    print(repr(stop.value))
print(next(g, "default"), list(g))
print([x for x in count(3)], sum(x * x for x in range(5)))


def fib():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b


for n in fib():
    if n > 50:
        break
    print(n, end=" ")
print()
squares = (x * x for x in range(3))
print(next(squares), list(squares), list(squares))
a, b, *rest = (c for c in "hello")
print(a, b, rest)
