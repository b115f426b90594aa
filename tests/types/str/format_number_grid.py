# format() of numbers over a grid of fills, alignments, signs, alternate forms, grouping, widths, precisions and types.
import itertools
def digest(rows):
    total = 0
    for row in rows:
        for character in row:
            total = (total * 131 + ord(character)) % (2**61 - 1)
    return total
ints = [0, -7, 1234567, 10**20]
floats = [-0.0, -2.675, 1e-7, 123456789.125, 1e22, float("inf"), float("nan")]
aligns = ["", "*<", "\U0001f40d="]
for kind, values in (("d", ints), ("x", ints), ("X", ints), ("o", ints), ("b", ints), ("n", ints), ("c", [65, 0x1f40d]), ("", ints), ("e", floats), ("f", floats), ("g", floats), ("%", floats), ("", floats), ("G", floats), ("E", floats), ("F", floats), ("n", floats)):
    rows, errors = [], {}
    for align, sign, z, alternate, zero, width, grouping, precision in itertools.product(aligns, ["", "+"], ["", "z"], ["", "#"], ["", "0"], ["", "12"], ["", ","], ["", ".3"]):
        spec = f"{align}{sign}{z}{alternate}{zero}{width}{grouping}{precision}{kind}"
        for value in values:
            try:
                rows.append(format(value, spec))
            except ValueError as error:
                text = str(error)
                errors[text] = errors.get(text, 0) + 1
    print(repr(kind), type(values[0]).__name__, len(rows), digest(rows), sorted(errors.items()))
for value, spec in ((1234567.891, ",.2f"), (1234567.891, "_.1f"), (-0.0001, "z.2f"), (255, "#010x"), (255, "#_b"), (1e10, "g"), (1e16, ""), (123, "+08.3e"), (True, "d"), (True, ""), (3, "5%"), (0.5, "%"), (1, "e"), (10**400, "d")):
    print(spec, len(format(value, spec)), format(value, spec)[:40])
