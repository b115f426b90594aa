# Comprehensions, lambdas and classes inside each other, with cells at each level.
def outer(n):
    table = [[(lambda k: (i, j, k, n))(k) for j in range(2)] for i in range(2) for k in "x"]
    makers = {name: [lambda: (name, x) for x in range(2)] for name in "ab"}

    class Inner:
        scale = n
        values = [v * 2 for v in range(scale)]

        def get(self):
            return [n + v for v in self.values], [lambda: (self.scale, n) for _ in range(1)][0]()

    return table, {k: [f() for f in fs] for k, fs in makers.items()}, Inner().get()


for part in outer(2):
    print(part)


def deep():
    a = 1

    def f():
        b = 2

        def g():
            c = 3
            return [a + b + c + d for d in range(2)], {(a, b): c for _ in "z"}, (lambda: (a, b, c))()

        return g()

    return f()


print(deep())
print([(x, y) for x in range(3) if (y := x * 2) > 0], y)
print([[x for x in range(x)] for x in range(4)], [x for x in [x for x in range(3)]])


def generator_in_class():
    class A:
        b = 5
        g = (i for i in range(b))

    return list(A.g)


print(generator_in_class())


def shadowing(x):
    y = [x for x in range(x)]
    z = {x for x in y}
    return x, y, z


print(shadowing(3))
exec("print([i for i in range(3)], [j for j in (1,) if (lambda: j)()])")
print(eval("[a for a in b]", {"b": "xy"}), eval("(lambda q: [q + r for r in 'mn'])('k')"))
