# Formatting complex numbers: signs, precision, alternate forms, alignment, and the parts' own rules.
values = [1 + 2j, -1.5 - 0.25j, 1e20 + 1e-7j, complex("nan+infj"), complex(-0.0, 0.0), 3j, complex(0, -0.0)]
for spec in ["", "f", ".1f", "e", ".0e", "g", ".3g", "G", "+", "+.2f", " .1f", "#.0f", "#g", "20", "<20", "^20", "*>22.1f", ",.1f", "_f", "n", "-", "z.0f", "E", "F"]:
    print(repr(spec), [format(value, spec) for value in values])
for spec in ["d", "x", "%", "s", "010", "=20", "0>20", "c", "0=12f", "05.1f"]:
    try:
        print(spec, format(1 + 1j, spec))
    except ValueError as error:
        print(spec, error)
print(str(1 + 2j), repr(-1j), f"{1j!r:>8}", "%s %r" % (2j, -0j), "{:.2f}".format(1 / 3 + 2j / 3))
print([repr(complex(x, y)) for x in (0.0, -0.0, 1.0) for y in (0.0, -0.0, 1.0)])
print((1 + 2j).conjugate(), (3 + 4j).real, (3 + 4j).imag, abs(3 + 4j), -(1 + 2j), +(1 + 2j))
for text in ["abs(1e308+1e308j)", "(1e308+1e308j)*(1e308+1j)", "1j/0j", "(1+1j)**1e10", "(0j)**-1", "2**(1+1j)", "1j < 2", "int(1j)", "float(1j)", "1j == 1", "(1+0j) == 1", "1j // 1", "math.floor(1j)", "hash(1+0j)", "bool(0j)", "(1j).real = 2"]:
    import math

    try:
        print(text, "=", eval(text))
    except Exception as error:
        print(text, "->", type(error).__name__, error)
