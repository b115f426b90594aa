# from __future__ import annotations keeps the source text.
from __future__ import annotations


def f(a: int | None, b: undefined[1, "x"] = 5, *c: lambda x: x, d: (1, 2), **e: a.b.c(1)) -> not x: ...


x: list[
    int
] = []


class C:
    y: -1 + 2 * 3
    z: {1: 2, **a}
    w: f"{x!r:>5}"


print(f.__annotations__)
print(__annotations__, C.__annotations__)
