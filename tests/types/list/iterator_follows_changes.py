# List iterators, forwards and backwards, while the list grows, shrinks and is replaced; length hints, __setstate__, exhaustion for good.
def show(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
a = [1, 2, 3]
it = iter(a); rit = reversed(a)
print(next(it), it.__length_hint__(), next(rit), rit.__length_hint__())
a.append(4)
print(it.__length_hint__(), list(it), list(rit))
a.append(5)
print(list(it), next(it, "ended for good"), it.__length_hint__())
it = iter(a); next(it); next(it)
del a[:2]
print(next(it), a)
a.insert(0, 0)
print(next(it, "end"), list(it))
rit = reversed(a); next(rit)
a.clear()
print(list(rit), rit.__length_hint__())
a.extend(range(5))
print(list(rit))
out = []
for x in a:
    out.append(x)
    if x < 3 and len(a) < 9: a.append(x + 10)
print(out)
out = []
for x in a:
    out.append(x); a.remove(x)
print(out, a)
for value in (0, 2, -5, 100):
    it = iter(list("abcd")); it.__setstate__(value); rit = reversed(list("abcd")); rit.__setstate__(value)
    print(value, list(it), list(rit))
for bad in ("1", 1.0, None, 2**70):
    show(lambda: iter([]).__setstate__(bad))
it = iter([1, 2]); print(it.__reduce__()[1:], (next(it), it.__reduce__()[1:])); list(it); print(it.__reduce__()[1:])
rit = reversed([1, 2]); print(rit.__reduce__()[1:]); list(rit); print(rit.__reduce__()[1:])
t = (1, 2, 3); it = iter(t); next(it); print(it.__length_hint__(), it.__reduce__()[1:], list(it), it.__reduce__()[1:])
b = [1, 2, 3]
b[:] = (x for x in b if x != 2); print(b)
b += b; b.extend(b); print(b)
b[1:1] = b; print(len(b))
it = iter(b); b.sort(reverse=True); print(next(it))
show(lambda: iter(3))
show(lambda: iter([], 1))
show(lambda: iter())
count = iter(lambda c=[0]: c.append(1) or len(c), 5); print(list(count), list(count), next(count, "end"))
