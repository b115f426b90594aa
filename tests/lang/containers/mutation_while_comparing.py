# Lists, dicts and tuples whose items change the container while they are compared, counted, sorted or hashed.
def attempt(label, function):
    try:
        print(label, "=>", function())
    except Exception as error:
        print(label, "=>", type(error).__name__, error)


class Changes:
    def __init__(self, action, answer=False):
        self.action, self.answer = action, answer

    def compare(self, other):
        action, self.action = self.action, None
        if action is not None:
            action()
        return self.answer

    __eq__ = __lt__ = compare

    def __hash__(self):
        return 1

    def __repr__(self):
        return "*"


def built(answer=False):
    items = []
    items.extend([1, Changes(items.clear, answer), 3, 4])
    return items


for answer in (False, True):
    items = built(answer)
    attempt("count", lambda: items.count(9))
    items = built(answer)
    attempt("index", lambda: items.index(9))
    items = built(answer)
    attempt("remove", lambda: items.remove(9))
    print(items)
    items = built(answer)
    attempt("in", lambda: 9 in items)
    items = built(answer)
    attempt("equal", lambda: (items == [1, 2, 3, 4], items))
    items = built(answer)
    attempt("less", lambda: (items < [1, 2, 3, 4], items))
    items = built(answer)
    attempt("tuple", lambda: tuple(items) == (1, 2, 3, 4))
    items = [Changes(lambda: items.append(0), answer) for _ in range(3)]
    attempt("sort", lambda: items.sort())
    print(len(items))
    items = [Changes(lambda: items.clear(), answer) for _ in range(3)]
    attempt("max", lambda: max(items))
    table = {}
    table[Changes(table.clear, answer)] = "a"
    attempt("dict get", lambda: table.get(Changes(lambda: None)))
    attempt("dict get equal", lambda: table.get(1))
    print(len(table))
    table = {}
    table[Changes(lambda: table.update({i: i for i in range(100)}), answer)] = "b"
    attempt("dict grows", lambda: table.get(1, "none"))
    print(len(table))
    group = set()
    group.add(Changes(group.clear, answer))
    attempt("set in", lambda: 1 in group)
    attempt("set add", lambda: group.add(1))
    print(len(group))
items = [3, 1, 2]
attempt("key changes", lambda: items.sort(key=lambda item: items.append(item) or item))
print(items)
attempt("key fails", lambda: items.sort(key=lambda item: 1 // (item - 2)))
print(items)
