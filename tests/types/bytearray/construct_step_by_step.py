# bytearray(iterable) grows as the items come: the iterator can look at it, and what came before a bad item stays.
seen = bytearray(b"before")
def items():
    for value in (1, 2, 3):
        print(bytes(seen))
        yield value
seen.__init__(items())
print(bytes(seen))
def bad(last):
    yield 65
    yield 66
    yield last
for last in (256, -1, "x", None, 2**80):
    target = bytearray(b"old")
    try:
        target.__init__(bad(last))
    except Exception as error:
        print(type(error).__name__, error, bytes(target))
def changing():
    yield 1
    seen.clear()
    yield 2
    seen.extend(b"xyz")
    yield 3
seen.__init__(changing())
print(bytes(seen))
def lending():
    yield 1
    global view
    view = memoryview(seen)
    yield 2
try:
    seen.__init__(lending())
except BufferError as error:
    print(error, bytes(seen))
view.release()
class Index:
    def __index__(self):
        seen.append(200)
        return 7
seen.__init__([Index(), Index()])
print(bytes(seen))
