"""A dict that is changed while it is walked or searched."""

def error(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as problem:
        print(f"{type(problem).__name__}: {problem}")


def grow():
    table = {1: 1, 2: 2}
    for key in table:
        table[key + 10] = 1
def shrink():
    table = {1: 1, 2: 2}
    for key in table:
        del table[key]
def replace():
    table = {1: 1, 2: 2, 3: 3}
    for key in table:
        table[key] = key * 2
    return table
def cleared():
    table = dict.fromkeys(range(5))
    iterator = iter(table)
    next(iterator)
    table.clear()
    return list(iterator)
def values():
    table = dict.fromkeys(range(5))
    for value in table.values():
        table.pop(4, None)
def backwards():
    table = dict.fromkeys(range(5))
    for item in reversed(table.items()):
        table["new"] = 1
for function in (grow, shrink, replace, cleared, values, backwards):
    error(function)
table = {1: 1}
iterator = iter(table)
print(iterator.__length_hint__())
table[2] = 2
error(next, iterator)
error(next, iterator)
print(iterator.__length_hint__())
class Meddler:
    def __eq__(self, other):
        table.clear()
        return False
    def __hash__(self):
        return 1
table = {Meddler(): "there"}
print(Meddler() in table, table)
