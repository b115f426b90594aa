"""Generations: what survives a collection is a generation older; counts say how many collections an older one waited."""
import gc

gc.disable()
gc.collect()


class Node:
    pass


def where(target):
    return [any(target is each for each in gc.get_objects(generation=n)) for n in range(3)]


first = Node()
first.me = first
print(where(first), gc.get_count()[1:])
gc.collect(0)
second = [first]
print(where(first), where(second), gc.get_count()[1:])
gc.collect(0)
print(where(first), where(second), gc.get_count()[1:])
gc.collect(1)
third = {"second": second}
print(where(first), where(second), where(third), gc.get_count()[1:])
gc.collect(0)
gc.collect(0)
print(where(third), gc.get_count()[1:])
gc.collect(1)
print(where(third), gc.get_count()[1:])
gc.collect()
print(where(third), gc.get_count()[1:], any(third is each for each in gc.get_objects()))
before = gc.get_count()[0]
many = [[i] for i in range(50)]
print(gc.get_count()[0] > before, before < 20)
del many
for wrong in (3, -2, "x", None):
    try:
        print(len(gc.get_objects(generation=wrong)) > 100)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
