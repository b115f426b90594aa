"""slice objects: indices(), equality, attributes."""

def error(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as problem:
        print(f"{type(problem).__name__}: {problem}")


for s in (slice(3), slice(1, 5), slice(None, None, -1), slice(-3, None), slice(10, 2, -3), slice(None), slice(2**70, None, -2**70)):
    print(s, s.start, s.stop, s.step, s.indices(7), s.indices(0), s.indices(2**65))
error(slice(1, 2, 0).indices, 5)
error(slice("a").indices, 5)
error(slice(1).indices, -1)
error(slice(1).indices, "a")
error(slice)
error(slice, 1, 2, 3, 4)
error(slice, stop=1)
print(slice(1, 2) == slice(1, 2), slice(1, 2) == slice(1.0, 2), slice(1, 2) < slice(1, 3), slice(1) == (None, 1, None))
print(hash(slice(1, 2)) == hash(slice(1, 2)), {slice(1): "s"}[slice(1)], slice(1, 2, 3).__reduce__())
error(hash, slice([], 1))
class Show:
    def __getitem__(self, key):
        return key
print(Show()[1:2], Show()[::], Show()[1:2, ::3], Show()[...])
try:
    slice(1).start = 2
except AttributeError as problem:
    print(problem)
