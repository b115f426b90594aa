# Unpacking into names, stars, nests, attributes and items; the errors when the count is wrong.
a, b = 1, 2
a, b = b, a
(c, [d, e]), f = (3, (4, 5)), 6
print(a, b, c, d, e, f)
first, *middle, last = range(6)
*start, end = "xyz"
(g, *h), i = [(1, 2, 3), 4]
print(first, middle, last, start, end, g, h, i)
*everything, = (1, 2)
[x] = {9}
print(everything, x)


class O:
    pass


o, lst = O(), [0, 0, 0]
o.a, lst[1], *lst[2:] = 1, 2, 3, 4
print(o.a, lst)
p = q = r = []
print(p is r)
for action in ("a, b = 1,", "a, b = 1, 2, 3", "a, *b, c = [1]", "a, b = 5", "[] = [1]", "(a, b), c = 1, 2"):
    try:
        exec(action)
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
for k, (v, *w) in {"a": (1, 2, 3)}.items():
    print(k, v, w)
a, b = b"ab"
print(a, b)
