# `x op= y`: the in-place method, else the plain one, else the reflected one; what is bound, also for attributes and items.
class Plain:
    def __init__(self, value):
        self.value = value
    def __add__(self, other):
        return Plain(self.value + other)
class InPlace(Plain):
    def __iadd__(self, other):
        self.value += other
        return self
class Odd(Plain):
    def __iadd__(self, other):
        return "something else"
class Gives(Plain):
    def __iadd__(self, other):
        return NotImplemented
for cls in (Plain, InPlace, Odd, Gives):
    x = before = cls(1)
    x += 2
    print(cls.__name__, getattr(x, "value", x), x is before, before.value)
class Box:
    def __init__(self):
        self.log = []
        self.item = [1]
    def __getattribute__(self, name):
        if name in ("item",):
            object.__getattribute__(self, "log").append("get " + name)
        return object.__getattribute__(self, name)
    def __setattr__(self, name, value):
        if name == "item":
            self.log.append(f"set {name}")
        object.__setattr__(self, name, value)
    def __getitem__(self, key):
        self.log.append(f"getitem {key}")
        return 10
    def __setitem__(self, key, value):
        self.log.append(f"setitem {key} {value}")
box = Box()
box.item += (2, 3)
box["k"] -= 3
box[1:2] *= 2
print(box.log, box.item)
t = ([1], 2)
try:
    t[0] += [2]
except TypeError as error:
    print(error, t)
try:
    t[1] += 1
except TypeError as error:
    print(error, t)
def show(text, **names):
    try:
        exec(text, names)
        print(text, "->", names["x"])
    except Exception as error:
        print(text, "->", type(error).__name__, error)
for text in ("x = 1; x += '1'", "x = []; x += 1", "x = []; x += 'ab'", "x = (); x += (1,)", "x = (); x += [1]", "x = 'a'; x *= 3", "x = 2; x **= -1", "x = 5; x @= 2",
             "x = {1}; x |= {2}", "x = {1}; x |= [2]", "x = {}; x |= {1: 2}", "x = {}; x |= [(1, 2)]", "x = {1: 1}; x += {}", "x = 7; x //= 2", "x = 7; x >>= 1", "x = True; x &= 3",
             "x = [1]; x *= 2.0", "x = [1]; x *= -1", "x = b'a'; x += bytearray(b'b')", "x = bytearray(b'a'); x += b'b'", "x = bytearray(b'a'); x += 'b'", "x = 1.5; x %= 0", "x = None; x += 1"):
    show(text)
