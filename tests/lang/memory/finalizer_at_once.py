# `__del__` runs at once where the last reference goes: del, rebinding, the end of a frame, a container that is emptied.


class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("gone", self.name)


a = Noisy("deleted")
del a
print("after del")
b = Noisy("rebound")
b = None
print("after rebinding")


def function():
    local = Noisy("local")
    print("in function")
    return 5


print(function())
items = [Noisy("popped"), Noisy("kept")]
items.pop(0)
print("after pop")
items.clear()
print("after clear")
Noisy("temporary")
print("after the temporary")
table = {"k": Noisy("value")}
table["k"] = 1
print("after setting the item")
table["k"] = Noisy("second value")
del table["k"]
print("after deleting the item")


class Holder:
    pass


holder = Holder()
holder.child = Noisy("attribute")
holder = None
print("after the holder")
many = [Noisy(i) for i in range(3)]
del many
print("after the list")
pair = (Noisy("left"), Noisy("right"))
pair = None
for each in range(2):
    x = Noisy(each)
print("after the loop")
try:
    inner = Noisy("raised")
    raise ValueError(inner)
except ValueError:
    del inner
    print("handled")
print("after the handler")
c = d = Noisy("twice")
del c
print("one name left")
del d
print("end")
