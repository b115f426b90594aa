# Ranges: membership, slices, equality, hashing, large bounds and errors.
r = range(2, 20, 3)
print(r, list(r), len(r), r[0], r[-1], r[1:3], r[::-1], 8 in r, 9 in r, 8.0 in r, "a" in r, r.index(8), r.count(9))
print(range(0) == range(5, 5), range(0, 3, 2) == range(0, 4, 2), hash(range(3)) == hash(range(0, 3, 1)), r.start, r.stop, r.step)
big = range(10**20, 10**20 + 10, 4)
print(len(big), big[1], 10**20 + 4 in big, list(big)[-1], big[-1] - big[0])
print(list(range(5, 0, -2)), list(range(3, 3)), bool(range(0)), min(r), sum(r), sorted(range(3, 0, -1)))
for action in ("range(1, 2, 0)", "range('a')", "range()", "range(1.5)", "r[100]", "r.index(9)", "range(1, 2, 3, 4)", "len(range(10**20))", "r['x']"):
    try:
        print(eval(action))
    except (ValueError, TypeError, IndexError, OverflowError) as error:
        print(action, type(error).__name__, error)
it = iter(range(3))
print(next(it), list(it), list(it), next(it, "done"))
