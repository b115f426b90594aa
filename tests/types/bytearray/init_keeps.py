# A bytearray that is filled anew keeps what came before an item that is no byte.
target = bytearray(b"abc")
for source in ([1, 2, "x", 4], [True, 3], iter([5, None]), "text", object(), 3, b"zz", memoryview(b"mv")):
    try:
        target.__init__(source)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, str(error).split(" at 0x")[0])
    print(target)

# The value is looked at before the index is found to be out of range, but after it is found too large.
for index, value in ((7, {1}), (7, 300), (7, 3), (10**20, {1}), (-9, "x"), (-9, 1), ("a", 1), (1.0, 1)):
    try:
        target[index] = value
    except (IndexError, TypeError, ValueError) as error:
        print(index, type(error).__name__, error)

for value in (None, slice(1), 3, 1.5, "text", [256], [None], object, [1, 2]):
    for part in (slice(None), slice(0, -1, -2)):
        try:
            target[part] = value
            print(target)
        except (TypeError, ValueError) as error:
            print(type(error).__name__, error)
