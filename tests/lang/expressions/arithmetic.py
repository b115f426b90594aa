# Integer and float arithmetic, with the sign rules of floor division and modulo.
for a in (7, -7):
    for b in (3, -3):
        print(a, b, a + b, a - b, a * b, a / b, a // b, a % b, divmod(a, b))
for a in (7.5, -7.5):
    for b in (2, -2.0):
        print(a, b, a // b, a % b, divmod(a, b))
print(2**10, 2**-1, (-2) ** 3, -2**2, 0**0, 2.0**0.5)
print(1 + True, True * 3, False - 1, ~True)
print(10**20 // 3, -(10**20) // 3, -(10**20) % 7)
print(0.1 + 0.2, 1e16 + 1, 1 / 3, 1e308 * 10, -0.0)
print((1 + 2j) * (3 - 1j), (1 + 2j) / (1 - 1j), abs(3 + 4j))
