"""Methods taken from objects and kept in globals, called in hot code."""

items = []
keep = items.append
upper = "abc".upper
lookup = {1: "one"}.get


def note(value):
    keep(value)
    return upper(), lookup(value)


def rounds(n):
    for i in range(n):
        result = note(i)
    return result


print(rounds(300), len(items), items[-1])
print(max(range(300), key=lambda value: len(note(value))), len(items))
print(note(1))
