"""Tuples as keys: equal tuples are one key, whatever numbers they hold."""

table = {(1, 2): "a", (1.0, 2): "b", (True, 2.0): "c"}
print(table)
table[-1,] = "minus"
print(table[(-1.0,)], (-2,) in table, ((1, 2), 3) in {((1.0, 2), 3)})
print(hash(()) == hash(tuple()), hash((1, 2)) == hash((1.0, 2.0)), hash((1, 2)) == hash((2, 1)))
print(len({(i, j) for i in range(50) for j in range(50)}), sorted({(1, "b"), (0, "z"), (1, "a")}))
class Counting:
    calls = 0
    def __hash__(self):
        Counting.calls += 1
        return 5
table = {}
key = (Counting(), 1)
table[key] = 1
table[key]
key in table
print(Counting.calls)
