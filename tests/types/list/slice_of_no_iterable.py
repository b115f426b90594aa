# What is no iterable cannot be assigned to a slice, with a step or without.
for part in (slice(None), slice(-1, None), slice(0, 2, 1), slice(0, 3, 2), slice(None, None, -1), slice(5, 1)):
    for value in (None, 3, 1.5, object, "ab", [9]):
        items = [1, 2, 3]
        try:
            items[part] = value
            print(items)
        except (TypeError, ValueError) as error:
            print(part, type(error).__name__, error)

for specification in (None, 3, b"", [], "d"):
    try:
        print(format(5, specification))
    except TypeError as error:
        print(error)
