# //, % and divmod for ints and floats with every combination of signs, zero, and mixed sizes.
import math

values = [7, -7, 3, -3, 2**65, -(2**65), 2**53 + 1, 1]
for a in values:
    print(a, [(divmod(a, b)) for b in values[:6]])
for a in values:
    for b in values:
        q, r = divmod(a, b)
        assert q * b + r == a and (r == 0 or (r < 0) == (b < 0)), (a, b)

for a in (7.5, -7.5, 0.0, -0.0, 1e300):
    print(a, [(a // b, a % b) for b in (2.0, -2.0, 1e-3, math.inf, -math.inf)])
print([divmod(a, b) for a, b in [(5.0, -0.5), (-1e-20, 3.0), (1e-20, -3.0), (3, 0.1), (True, 0.3)]])
print(-1 % 3.0, 0.0 % -3, -0.0 % 3, math.copysign(1, 0.0 % -3.0), math.copysign(1, -6.0 % 3.0), math.copysign(1, 6.0 % -3.0))
for text in ["1 // 0", "1 % 0", "divmod(1, 0)", "1 / 0", "1.0 // 0", "1.0 % 0", "divmod(1.0, 0)", "1.0 / 0", "2**70 // 0", "2**70 / 0", "2**70 % 0",
             "True // False", "1j / 0", "1j // 1", "1j % 1", "divmod(1j, 1)", "math.fmod(1, 0)", "1 // 'a'", "divmod('a', 1)",
             "2**2000 / 3", "2**2000 / 2**1999", "1 / 2**2000", "-(2**2000) / 1", "2**2000 // 1.0", "2.0 // 2**2000", "0.0 / 2**2000"]:
    try:
        print(text, "=", eval(text))
    except Exception as error:
        print(text, "->", type(error).__name__, error)
# True division rounds once, correctly, however big the operands are.
print(1 / 3, 10**30 / 3, (2**53 + 1) / 1, (2**54 + 3) / 2, (2**107 + 1) / (2**54), 10**400 / 10**399, -(10**22) / 7)
print((3 * 2**1000 + 1) / 2**1001, 5e-324 / 2, (2**60) / (2**1134), 3 / 2**1075)
