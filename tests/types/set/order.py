"""Sets of small ints come in CPython's order, through growth, removal and merging."""

print({3, 1, 2}, {10, 2, 33, 7}, set(range(20, 0, -1)), {x * 7 % 31 for x in range(20)}, {8, 16, 24, 1})
state = 7
def random(limit):
    global state
    state = (state * 1103515245 + 12345) & 0x7FFFFFFF
    return (state >> 8) % limit
for round in range(12):
    items = set()
    for step in range(80):
        choice = random(8)
        value = random((30, 5000)[round % 2])
        if choice < 4:
            items.add(value)
        elif choice < 6:
            items.discard(value)
        elif choice == 6 and items:
            items.pop()
        else:
            other = {random(200) for _ in range(random(20))}
            items = (items | other, items & other, items - other, items ^ other)[random(4)]
    print(items)
print({True, 1.0, 1}, set([0, 2**20, 2**30, 5, 37]), frozenset(range(9)) - {3})
