"""copyreg: reducers, constructors, slots, extension codes."""
import copy
import copyreg
import pickle


class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __repr__(self):
        return f"Point({self.x}, {self.y})"


def reduce_point(point):
    print("reducing", point)
    return Point, (point.x, point.y)


copyreg.pickle(Point, reduce_point)
print(copyreg.dispatch_table[Point] is reduce_point)
print(copy.copy(Point(1, 2)), copy.deepcopy(Point([3], 4)), pickle.loads(pickle.dumps(Point(5, 6))))
print(copyreg.dispatch_table[complex](1 + 2j), copyreg.pickle_complex(3j))
for wrong in (lambda: copyreg.pickle(Point, 3), lambda: copyreg.constructor(3), lambda: copyreg.pickle(Point, reduce_point, 3)):
    try:
        wrong()
    except TypeError as error:
        print(error)


class Slotted:
    __slots__ = ("a", "__private", "__dict__")


class Child(Slotted):
    __slots__ = "b"


print(copyreg._slotnames(Slotted), copyreg._slotnames(Child), Child.__slotnames__, copyreg._slotnames(Point))
child = Child()
child.a, child.b, child.c = 1, 2, 3
again = copy.copy(child)
print(again.a, again.b, again.c, copyreg.__newobj__(list), copyreg.__newobj_ex__(dict, ([("k", 1)],), {}))
print(child.__reduce_ex__(2)[0] is copyreg.__newobj__, child.__reduce_ex__(2)[2])
try:
    child.__reduce_ex__(1)
except TypeError as error:
    print(error)


class Old(list):
    pass


old = Old([1, 2])
old.name = "n"
function, args, state = old.__reduce_ex__(1)[:3]
print(function is copyreg._reconstructor, args, state, copyreg._reconstructor(*args))
copyreg.add_extension("__main__", "Point", 0xF0)
copyreg.add_extension("__main__", "Point", 0xF0)
data = pickle.dumps(Point, 2)
print(data, pickle.loads(data) is Point)
for wrong in (lambda: copyreg.add_extension("m", "n", 0), lambda: copyreg.add_extension("__main__", "Point", 5), lambda: copyreg.add_extension("a", "b", 0xF0), lambda: copyreg.remove_extension("no", "no", 1)):
    try:
        wrong()
    except ValueError as error:
        print(error)
copyreg.remove_extension("__main__", "Point", 0xF0)
copyreg.clear_extension_cache()
