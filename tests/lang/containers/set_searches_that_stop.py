# An intersection ends as soon as everything is found; what follows is not asked for a hash.
def attempt(label, function):
    try:
        print(label, "=>", function())
    except Exception as error:
        print(label, "=>", type(error).__name__, error)


def counted(items, log):
    for item in items:
        log.append(item)
        yield item


for own in ([], [1], [1, 2], [1, 2, 3]):
    for other in ([1, [2]], [1, 2, [3]], [3, 1, 2, [4]], [9, 1]):
        for name in ("intersection", "issubset", "isdisjoint", "issuperset", "difference", "union", "symmetric_difference"):
            log = []
            method = getattr(set(own), name)
            attempt(f"{own}.{name}({other})", lambda: method(counted(other, log)))
            print("   asked", log)
log = []
target = {1, 2}
attempt("update", lambda: target.intersection_update(counted([1, 2, 3, [4]], log)))
print(target, log)
attempt("several", lambda: {1, 2}.intersection([1, 2, 3], counted([2, 1, [5]], log)))
attempt("frozen", lambda: frozenset({1}).intersection(counted([1, 1, {}], log)))
