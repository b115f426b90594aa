"""A generator that dies unfinished lets go of what it walked over; what others hold of that lives on."""
import gc
import sys


class Noted:
    def __init__(self, name):
        self.name = name
        self.me = self

    def __del__(self):
        print("del", self.name)


def walk(items):
    for item in items:
        yield item


gc.disable()
gc.collect()
kept = [Noted(f"kept{i}") for i in range(3)]
held = [[each] for each in kept]
print(any(each is not None for each in held + [Noted("dropped")]))
walker = walk(list(kept) + held)
print(next(walker).name)
loop = [walker]
loop.append(loop)
del loop, walker
print(any(each is held for each in gc.get_objects()))
print(gc.collect() > 0)
print([each.name for each in kept], [each[0].name for each in held], sys.stderr.closed, sys.stdout.closed)
gc.collect(0)
print(len(kept), gc.is_finalized(kept[0]), sys.stderr.closed)
for each in kept:
    each.me = None
kept.clear()
held.pop(0)
del each
print("end")
