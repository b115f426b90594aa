# A comprehension has its own names but shares the function's; only the first iterable is evaluated outside.
def f(items):
    y = 10
    result = [y + i for i in items]
    functions = [lambda: (i, y) for i in items]
    y = 20
    return result, [g() for g in functions], "i" in locals()


print(f([1, 2]))


class C:
    n = 3
    squares = [i * i for i in range(n)]
    try:
        pairs = [(i, n) for i in range(2)]
    except NameError as error:
        print(error)


print(C.squares)


def g():
    z = [lambda: z for _ in range(1)]
    return z[0]() is z


print(g())
i = "outer"
data = [i for i in range(3)] + [i]
print(data)
print([locals() for q in [1]][0].get("q"))


def gen():
    return (v for v in boom())


def boom():
    print("evaluated at once")
    return [1]


it = gen()
print("made")
print(list(it))
def nested():
    return [[a + b for a in range(b)] for b in range(3)], [(a := b) for b in range(3)], a


print(nested())
