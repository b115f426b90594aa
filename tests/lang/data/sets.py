# Sets: operations, methods, frozen sets, errors; printed through sorted.
a, b = {1, 2, 3}, {3, 4}
print(sorted(a | b), sorted(a & b), sorted(a - b), sorted(a ^ b), a <= {1, 2, 3, 4}, a < a, a.isdisjoint({9}))
a.add(5); a.discard(99); a.remove(1); a.update([7, 8], (9,))
print(sorted(a), len(a), 5 in a, sorted(a.union("x", [1]), key=str), sorted(a.intersection([5, 7, 100])))
c = a.copy()
c -= {5}
c &= {7, 8, 9}
c |= {0}
c ^= {0, 1}
print(sorted(c), c == {1, 7, 8, 9}, set() == frozenset(), type(c).__name__)
f = frozenset([1, 2])
print({f: "key"}[frozenset([2, 1])], hash(f) == hash(frozenset([2, 1])), f | {3} == {1, 2, 3}, type(f | {3}).__name__)
print(set(), {1}, frozenset(), frozenset([1]), {0, 1, 2, 3}, set("aa"))
for action in ("a.remove(1000)", "set().pop()", "{[]}", "{1} | [1]", "f.add(1)", "hash({1})", "{1} < [1]", "set(5)"):
    try:
        eval(action)
    except (KeyError, TypeError, AttributeError) as error:
        print(action, type(error).__name__, error)
print({1, 1.0, True}, {frozenset({1}), frozenset({1})}, {1, 2}.symmetric_difference([2, 3]) == {1, 3})
