# Targets are assigned from left to right; del and augmented targets in detail.
log = []


class Box:
    def __setattr__(self, name, value):
        log.append(f"attr {name}={value}")

    def __setitem__(self, key, value):
        log.append(f"item {key}={value}")

    def __getitem__(self, key):
        log.append(f"get {key}")
        return 10

    def __delitem__(self, key):
        log.append(f"del {key}")


def box(name):
    log.append(name)
    return b


b = Box()
box("first").x = box("second")["k"] = value = 5
print(log)
log.clear()
box("a")[box("b") and "key"] += 5
print(log)
log.clear()
(box("p").x, [box("q")["r"], *rest]) = 1, (2, 3, 4)
print(log, rest)
log.clear()
del box("x")["one"], box("y")["two"]
print(log)
x = [1, 2, 3]
i = 0
i = x[i] = 2
print(i, x)
a, b2 = b2, a = 1, 2
print(a, b2)
for b["loop"] in range(2):
    pass
with_target = []
print(log[-2:])
