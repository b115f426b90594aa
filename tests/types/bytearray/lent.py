"""bytearray: a memoryview that nobody holds any more lends nothing; one that is held anywhere does."""


def append(array):
    try:
        array.append(33)
        return "appended"
    except BufferError as error:
        return f"BufferError: {error}"


b = bytearray(b"abcdef")
print(bytes(memoryview(b)[1:3]), append(b))
view = memoryview(b)
print(append(b))
del view
print(append(b))


def consume(array, count):
    data = bytes(memoryview(array)[:count])
    del array[:count]
    return data


print(consume(b, 2), b)


class Holder:
    pass


holder = Holder()
holder.view = memoryview(b)
print(append(b))
holder.view = None
print(append(b))
views = [memoryview(b)[1:]]
print(append(b))
views.clear()
print(append(b))


def nested():
    view = memoryview(b)
    return append(b), lambda: view[0]


result, closure = nested()
print(result, append(b), closure())
del closure
print(append(b))


def generate():
    view = memoryview(b)
    yield view[0]
    yield view[1]


generator = generate()
print(next(generator), append(b))
generator.close()
del generator
print(append(b), b)
for item in memoryview(b):
    print(item, append(b))
    break
print(append(b))
