# Containers that hold themselves are compared until the stack ends, and the error says where that was. (The stack of the
# CPython that is compiled to WebAssembly ends first, so a native one has written what is expected.)
def report(work):
    try:
        print(work())
    except RecursionError as error:
        print(error)


first = []
first.append(first)
second = []
second.append(second)
print(first == first)
report(lambda: first == second)
report(lambda: first != second)
report(lambda: first < second)
report(lambda: (first,) == (second,))
report(lambda: [1, first] >= [1, second])
report(lambda: second in [1, first])
report(lambda: [first].index(second))

one = {}
one[1] = one
other = {}
other[1] = other
report(lambda: one == other)
report(lambda: [one] == [other])
report(lambda: one == {1: one})


class Same:
    def __eq__(self, other):
        return [self] == [Same()]


report(lambda: first == [first])
deep = []
for _ in range(100):
    deep = [deep]
print(deep == deep[0], [deep] == [deep[0]])
