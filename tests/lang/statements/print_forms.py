# Statements on one line, semicolons, line joining, comments and the empty statement.
a = 1; b = 2; print(a, b);
total = 1 + \
    2 + \
    3
print(total)
values = [
    1,  # one
    2,

    3,
]
print(values, (
    "implicit "
    "joining"
))
if a: print("one line"); print("still")
for i in range(2): pass
while False: break
def f(): return 1; return 2
class C: x = 1; y = 2
print(f(), C.x + C.y)
pass; ...; "expression statement"; 5
x = y = z = [0]
x[0] = 1
print(y, z)
print(0xFF, 0o17, 0b11, 1_000, 1e3, .5, 5., 1j, 1_0.0_1)
print(not -1 ** 2, -2 ** -2, 2 ** 3 ** 2, (1, 2)[0], [1][-1], "a" "b"[1])
lambda_ = lambda: (yield)
print(type(lambda_()).__name__, None is None, 1 is not None)
def g(a,
      b=2,
      *,
      c): return a, b, c
print(g(1, c=3))
