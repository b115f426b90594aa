# Conway's game of life on a set of cells.
from collections import Counter


def step(cells):
    counts = Counter((x + dx, y + dy) for x, y in cells for dx in (-1, 0, 1) for dy in (-1, 0, 1) if dx or dy)
    return {cell for cell, n in counts.items() if n == 3 or (n == 2 and cell in cells)}


def draw(cells, size):
    return "\n".join("".join(".#"[(x, y) in cells] for x in range(size)) for y in range(size))


glider = {(1, 0), (2, 1), (0, 2), (1, 2), (2, 2)}
for generation in range(4):
    print(generation)
    print(draw(glider, 5))
    glider = step(glider)
for _ in range(36):
    glider = step(glider)
print(sorted(glider))
