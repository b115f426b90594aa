# repr: the shortest text that reads back, where exponents begin, and %-formats of the same values to many digits.
values = [
    1e15, 1e16, 123456789012345680.0, 9999999999999998.0, 1e-4, 1e-5, 0.0001234, 0.00001234, 5e-324, 1.7976931348623157e308, 2.2250738585072014e-308,
    9007199254740992.0, 9007199254740993.0, 0.1 + 0.2, 1 / 3, 2 / 3, 1e23, 8.41e21, 9.5e-7, 2.0**-1022, 2.0**70, 1e22, 1e21, 123e-7, 4.35, 5e-05, 1.1e-16, 2**0.5, 100.0, 1e100,
]
for value in values:
    assert float(repr(value)) == value
    print(repr(value), str(-value), "%r" % value, f"{value!s}", value.hex())
for value in (0.1, 1e23, 5e-324, 2.5, 1e15 + 0.3, 123456.789):
    print("%.0f|%.1f|%.20f|%.17g|%.3e|%.0e|%g|%G|%#.0f|%#g" % ((value,) * 10))
    print(f"{value:.30g}", f"{value:.0%}", f"{value:.3%}", f"{value:n}", f"{value:}", f"{value:,.2f}", f"{value:_}")
print("%.60f" % 0.1)
print("%.50e" % 5e-324)
print(f"{1.7976931348623157e308:.0f}"[:40], len(f"{1.7976931348623157e308:.10f}"))
print("%5.1f|%-8.2f|%+.1f|% .1f|%08.2f|%+08.1f|%-+8.1f|" % (2.25, 2.25, 2.25, 2.25, -2.25, 2.25, 2.25))
print([f"{float('nan'):{spec}}" for spec in ("", "f", "F", "08.1f", "+", " ", "e", "E", "g", "G", "%", ">6", "06", ",")])
print([f"{float('-inf'):{spec}}" for spec in ("", "f", "F", "08.1f", "+", "e", "G", "%", "<8", "=8", ",")])
print([f"{-0.0:{spec}}" for spec in ("", "f", ".0f", "g", "e", "z", "z.1f", "+z.1f", "%", "z%")])
print([f"{-0.04:{spec}}" for spec in (".1f", "z.1f", "z.0e", "z.2f", "z.1%")], f"{-1e-10:zg}")
