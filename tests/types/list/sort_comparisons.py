"""Which items a sort compares, in which order."""

log = []
class Item:
    def __init__(self, value, name):
        self.value, self.name = value, name
    def __lt__(self, other):
        log.append((self.name, other.name))
        return self.value < other.value
def digest(pairs):
    total = 0
    for a, b in pairs:
        total = (total * 31 + a * 7 + b) % 1000000007
    return total
state = 42
def random(limit):
    global state
    state = (state * 1103515245 + 12345) & 0x7FFFFFFF
    return (state >> 8) % limit
for size in (0, 1, 2, 3, 10, 33, 63, 64, 65, 128, 200, 700):
    shapes = [
        [random(size + 1) for _ in range(size)],
        list(range(size)),
        list(range(size, 0, -1)),
        [random(3) for _ in range(size)],
        list(range(size // 2)) * 2,
    ]
    for values in shapes:
        for reverse in (False, True):
            log.clear()
            items = [Item(value, i) for i, value in enumerate(values)]
            items.sort(reverse=reverse)
            print(size, len(log), digest(log), digest((item.name, 0) for item in items))
