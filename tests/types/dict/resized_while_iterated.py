# A dict that changes under its iterator and keeps its size: what is seen depends on when the table is made anew.
def replace(d, key):
    del d[key]
    d[key + 10] = 1


def renew(d, key):
    del d[key]
    d[key] = 1


def grow_and_shrink(d, key):
    for i in range(100):
        d[i + 1000] = 1
    for i in range(100):
        del d[i + 1000]


def refill(d, key):
    old = dict(d)
    d.clear()
    d.update(old)


def last_for_another(d, key):
    d.popitem()
    d["other", key] = 2


def text_for_int(d, key):
    d.pop(key, None)
    d[f"was {key}"] = 1


def walk(make, change, view=iter, limit=25):
    d = make()
    seen = []
    try:
        for item in view(d):
            seen.append(item)
            change(d, item if isinstance(item, int) else item[0])
            if len(seen) == limit:
                break
    except RuntimeError as error:
        print(" ", seen, error)
    else:
        print(" ", seen, "ended")


makers = {
    "filled": lambda: {i: i for i in range(5)},
    "display": lambda: {0: 0, 1: 1, 2: 2, 3: 3, 4: 4},
    "fuller": lambda: {i: i for i in range(10)},
    "copied": lambda: {i: i for i in range(7)}.copy(),
    "merged": lambda: {**{i: i for i in range(4)}, **{i: i for i in range(9)}},
    "presized": lambda: dict.fromkeys(range(6)),
}
for change in (replace, renew, grow_and_shrink, refill, last_for_another):
    print(change.__name__)
    for name, make in makers.items():
        print(name, end=":")
        walk(make, change)
for view in (dict.items, reversed, lambda d: reversed(d.items())):
    for change in (replace, renew, text_for_int):
        walk(makers["filled"], change, view)

# Holes are closed when there is no room left, by whatever key comes then.
d = {i: i for i in range(5)}
it = iter(d)
print(next(it), next(it))
del d[0], d[1]
d[5] = d[6] = 0
print(list(it))
d = {"a": 1, "b": 2, "c": 3}
it = iter(d)
next(it)
del d["a"]
d[1] = 1
try:
    print(list(it))
except RuntimeError as error:
    print(error)
print(d)
