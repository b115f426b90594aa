# del unbinds names, items, slices and attributes, with the right error when there is none.
a = 1
del a
try:
    a
except NameError as error:
    print(error)
data = {"x": 1, "y": 2}
numbers = [0, 1, 2, 3, 4]
del data["x"], numbers[0], numbers[1:3]
print(data, numbers)


class C:
    pass


c = C()
c.value = 1
del c.value
for action in ("c.value", "del c.value", "del data['x']", "del numbers[9]", "del nothing"):
    try:
        exec(action)
    except Exception as error:
        print(type(error).__name__, error)
def f(x):
    del x
    try:
        return x
    except UnboundLocalError as error:
        return str(error)


print(f(1))
(p, q), [r] = (1, 2), [3]
del (p, q), [r]
print("p" in globals())
