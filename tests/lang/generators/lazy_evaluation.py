# Laziness seen: what runs when, and generators over changing data.
def noisy(items, label):
    for item in items:
        print(f"{label}{item}", end=" ")
        yield item


g = (x * 2 for x in noisy(range(3), "a"))
print("made")
print(next(g))
print(list(g))
print(any(x > 1 for x in noisy([0, 1, 2, 3], "b")), all(x < 1 for x in noisy([0, 1, 2], "c")))
data = [1, 2]
lazy = (x for x in data)
data.append(3)
print(list(lazy))
factor = 10
scaled = (x * factor for x in data)
factor = 100
print(list(scaled))
data = None
print(next(iter(noisy("z", "d"))))
first = (n for n in noisy(range(10**9), "e"))
print(next(first), next(first))
first.close()
print(list(first), sum(1 for _ in zip(noisy("pqr", "f"), noisy("st", "g"))))


def walk(n):
    if n:
        yield n
        yield from walk(n - 1)
        yield -n


print(list(walk(3)), dict(enumerate(walk(2))), sorted(walk(2)), tuple(reversed(list(walk(1)))))
