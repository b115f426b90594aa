# format() of complex numbers over types, precisions, signs, alternate forms, grouping and fills; what is refused.
values = [0j, 1 + 2j, -1.5 - 0.25j, complex(0, -0.0), complex(float("nan"), float("inf")), 1e20 + 1e-20j, 123456.789 - 98765.4321j]
def digest(rows):
    total = 0
    for row in rows:
        for character in row: total = (total * 131 + ord(character)) % (2**61 - 1)
    return total
for kind in ("", "e", "f", "g", "E", "F", "G", "n"):
    rows, errors = [], set()
    for sign in ("", "+", " ", "-"):
        for alternate in ("", "#"):
            for width in ("", "30"):
                for align in ("", "<", "*^", ">"):
                    for grouping in ("", ",", "_"):
                        for precision in ("", ".0", ".3"):
                            for value in values:
                                try: rows.append(format(value, align + sign + alternate + width + grouping + precision + kind))
                                except ValueError as error: errors.add(str(error))
    print(repr(kind), len(rows), digest(rows), sorted(errors))
for spec in ("", ".2f", "+.1e", ">20", "*^25.1f", ",.2f", "#.3g", "G", "030", "=20", "d", "%", "x", "s", "z.1f", "c", " f", ".1", "20.2F"):
    for value in values[1:3] + values[4:5]:
        try: print(repr(spec), repr(format(value, spec)))
        except ValueError as error: print(repr(spec), error)
print(f"{1+2j!r:>12}|{1+2j!s:<12}|{1j:}", "%s %r" % (1j, -1j))
