# Many suspended generators and objects with finalizers end in one collection; some of what they hold is taken over.
import gc
import weakref


class Item:
    def __init__(self, number):
        self.number = number


kept = []
closed = []
callbacks = []


def holding(number):
    item = Item(number)
    weak.append(weakref.ref(item, lambda reference: callbacks.append(number)))
    try:
        yield item.number
    finally:
        closed.append(number)
        if number % 10 == 0:
            kept.append(item)


class Reviving:
    def __init__(self, number):
        self.number = number
        self.item = Item(-number)

    def __del__(self):
        closed.append(-self.number)
        self.end()

    def end(self):
        if self.number % 7 == 0:
            kept.append(self)


weak = []
NUMBER = 150
gc.disable()


def make():
    cycle = [holding(number) for number in range(NUMBER)]
    for generator in cycle:
        next(generator)
    objects = [Reviving(number) for number in range(1, NUMBER)]
    ends = [weakref.ref(each) for each in objects]
    cycle.append(cycle)
    objects.append(objects)
    return ends


ends = make()
print(len(closed), len(kept))
gc.collect()
print(sorted(closed) == list(range(1 - NUMBER, NUMBER)), len(closed))
print(sorted(each.number for each in kept))
print(sorted(callbacks) == [number for number in range(NUMBER) if number % 10])
print([reference().number for reference in weak if reference() is not None])
print([number for number, reference in enumerate(ends, 1) if reference() is not None])
print([each.item.number for each in sorted(kept, key=lambda each: each.number) if isinstance(each, Reviving)][:5])
callbacks.clear()
kept.clear()
gc.collect()
print(sorted(callbacks), len(closed))


# One generator holds the next: each is closed when the one before it has ended.
def chain(length):
    inner = chain(length - 1) if length else None
    if inner is not None:
        next(inner)
    try:
        yield
    finally:
        order.append(length)


order = []
loop = [chain(120)]
next(loop[0])
loop.append(loop)
del loop
gc.collect()
print(order == list(range(120, -1, -1)))
