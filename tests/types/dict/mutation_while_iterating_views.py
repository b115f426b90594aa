# Changing a dict while a view, items or reversed iterator runs: which changes are noticed, when, and what comes afterwards.
def run(make, change, steps=2):
    d = {i: str(i) for i in range(4)}
    it = make(d)
    out = [next(it)]
    change(d)
    for _ in range(6):
        try:
            out.append(next(it))
        except StopIteration:
            out.append("end")
            break
        except RuntimeError as error:
            out.append(str(error))
    return out, len(d)
def set_existing(d): d[2] = "changed"
def add(d): d[9] = "new"
def delete_passed(d): del d[0]
def delete_coming(d): del d[2]
def delete_and_add(d): del d[3]; d[7] = "swap"
def replace_same(d): del d[2]; d[2] = "again"
def clear(d): d.clear()
def pop(d): d.popitem()
def update(d): d.update({0: "a", 1: "b"})
def many(d):
    for i in range(4): del d[i]
    for i in range(4): d[i + 10] = i
def grow_and_shrink(d):
    for i in range(50): d[i + 100] = i
    for i in range(50): del d[i + 100]
for name, make in (("keys", lambda d: iter(d)), ("values", lambda d: iter(d.values())), ("items", lambda d: iter(d.items())), ("reversed", lambda d: reversed(d)), ("reversed items", lambda d: reversed(d.items()))):
    for change in (set_existing, add, delete_passed, delete_coming, delete_and_add, replace_same, clear, pop, update, many, grow_and_shrink):
        print(name, change.__name__, run(make, change))
d = {"a": 1}
for key in d:
    d[key] = d[key] + 1
print(d)
try:
    for key in d: d[key + "x"] = 0
except RuntimeError as error:
    print(error, d)
for key in list(d): del d[key]
print(d, [k for k in d], next(iter(d), "none"))
try:
    {k: d.setdefault(k + 1, 0) for k in {1: 2}.keys() | d.keys()}; print(d)
    for k, v in d.items(): d.pop(k)
except RuntimeError as error:
    print(error)
