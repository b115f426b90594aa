# Objects that have lived through many instructions die at once too, where a variable is deleted or bound again.
import weakref


class Old:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("gone", self.name)


def busy():
    total = 0
    for i in range(20000):
        total += i
    return total


a, b, c = Old("deleted"), Old("rebound"), [Old("in a list")]
busy()
del a
print("after del")
busy()
b = 5
print("after rebinding")
busy()
del c[0]
print("after deleting the item")


def frame():
    local = Old("local")
    busy()
    return 1


frame()
print("after the frame")


def deleting():
    local = Old("deleted local")
    busy()
    del local
    print("after deleting")


deleting()


class Holder:
    pass


h = Holder()
h.x = Old("attribute")
busy()
del h.x
print("after deleting the attribute")
h.x = Old("attribute of a dead object")
r = weakref.ref(h, lambda ref: print("callback"))
busy()
del h
print("end")
