# What a finalizer brings back was not collected, the first time either.
import gc


class Loop:
    def __init__(self):
        self.me = self


class Reviving(Loop):
    def __del__(self):
        revived.append(self)


revived = []
gc.collect()
gc.disable()
Reviving()
print(gc.collect(), len(revived))
for _ in range(10):
    Loop()
Reviving()
print(gc.collect(), len(revived))
revived.clear()
print(gc.collect(), len(revived))


def holding():
    loop = Loop()
    try:
        yield
    finally:
        revived.append(loop)


cycle = [holding()]
next(cycle[0])
cycle.append(cycle)
del cycle
gc.collect()
print(len(revived), revived[0].me is revived[0])
