# Operands, arguments, keys and targets are evaluated from left to right.
def t(x):
    print(x, end=" ")
    return x


print(t(1) + t(2) * t(3))
print([t(1), t(2)], (t(3), t(4)), {t(5): t(6), t(7): t(8)})
d = {}
d[t("key")] = t("value first")
print()
print(sorted(d))


def f(*args, **kwargs):
    return args, kwargs


print(f(t(1), *[t(2)], t(3), a=t(4), **{"b": t(5)}))
items = [0, 0, 0]
i = 0
i, items[i] = 1, "set"
print(items, i)
items[t(0)], items[t(1)] = t("a"), t("b")
print(items)
print(t(1) < t(2) < t(0), t("s")[t(0) : t(1)])
