"""add, discard, remove, pop, clear, update and friends."""

def error(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as problem:
        print(f"{type(problem).__name__}: {problem}")


items = {1, 2}
print(items.add(3), items.add(1), items.discard(9), items.remove(2), items)
error(items.remove, 9)
error(items.add, [])
error(items.discard, [])
error(items.add)
error(items.pop, 1)
error(set().pop)
items.update([5], {6}, "a")
items.update()
items.difference_update([5], {6})
items.intersection_update([1, 3, "a"], [1, 3])
items.symmetric_difference_update([3, 4])
print(items, items.copy() is items)
error(items.update, 5)
items.clear()
print(items, bool(items), len(items))
print({frozenset({1})} - set(), {1} in {frozenset({1})}, {frozenset({1, 2})}.discard({2, 1}))
groups = {frozenset({1})}
groups.remove({1})
print(groups)
error(groups.remove, {1})
error(lambda: [] in groups)
error(lambda: {[]})
error(hash, {1})
