# The order of ints in a set follows from the table: probing, growth, deletion, copies and operations between sets.
import random

print({3, 1, 2}, {9, 1, 17}, {8, 0, 16, 24}, {100, 4, 36, 68})
print(set(range(20, 0, -1)), set([64, 32, 96, 128, 0]))
generator = random.Random(7)
for size in (3, 5, 9, 20, 33):
    values = [generator.randrange(-200, 1000) for _ in range(size)]
    print(list(set(values)))
grown = set()
for n in (40, 8, 16, 24, 32, 0, 48, 56, 64, 72):
    grown.add(n)
    print(list(grown), end=" ")
print()
for n in (8, 40, 0):
    grown.discard(n)
print(grown, set(grown), grown.copy(), frozenset(grown), set(list(grown)))
grown.add(8)
grown.add(200)
print(grown, [grown.pop() for _ in range(3)], grown)
grown.add(1)
print(grown.pop(), grown.pop(), grown)
left, right = {1, 33, 65, 97}, {97, 65, 129, 5}
print(left | right, right | left, left & right, right & left, left - right, left ^ right, right ^ left, left.union(right, [7]), {*left, *right}, {*right, *left})
left |= {161, 193}
left &= {1, 161, 193, 33}
left ^= {33, 34}
left -= {1}
print(left)
left.update(range(5), range(100, 95, -1))
print(left)
print({True, 1.0, 1}, {1.0, True}, {0, False, 0.0, -0.0}, {2.0, 2, 2 + 0j}, {1.5, 3, 0.5})
merged = set(range(5))
merged.difference_update(range(4))
print(merged, list({n % 7: n for n in range(20)}), {n * n % 50 for n in range(20)})
big = set(range(1000))
big.intersection_update(range(0, 1000, 97))
print(big, list(set(range(300000)))[-3:], list(set(range(0, 100000, 1000)))[:12])
print({(1, 2), (2, 1), (0, 0)} == {(0, 0), (1, 2), (2, 1)}, sorted({frozenset(), frozenset({1})}, key=len))
print({1, 2} < {1, 2, 3}, {1} < {2}, {1} <= {1}, {1, 2} > set(), set() == frozenset(), {1: 0}.keys() == {1}, {1} == [1])
