"""int: numbers of many digits, checked against identities."""
a = 3**200 + 12345
b = 7**90 + 1
q, r = divmod(a, b)
print(a == q * b + r, 0 <= r < b)
for x, y in ((a, b), (-a, b), (a, -b), (-a, -b)):
    q, r = divmod(x, y)
    print(q, r, x == q * y + r, x // y == q, x % y == r)
print(a & b, a | b == a ^ b ^ (a & b), -a & b, -a | b, -a ^ -b)
print(a >> 100, -a >> 100, a << 10, (a << 300) >> 300 == a)
print(pow(a, b, 10**18 + 9), pow(a, -1, 10**9 + 7) * a % (10**9 + 7))
print(a.bit_length(), a.bit_count(), (-a).bit_length())
print(int(str(a)) == a, int(hex(a), 16) == a, int(oct(-a), 8) == -a, int(bin(a), 0) == a)
print(a / b, b / a, (a * b) / b == float(a), (2**1000 + 1) / 2**1000, 10**400 / 10**398)
print(float(2**53 + 1), float(2**54 + 3), float(-(2**100 + 2**46)))
print(round(a, -50), round(-a, -90), round(a, -100))
print(int.from_bytes(a.to_bytes(50, "little"), "little") == a)
print(int.from_bytes((-a).to_bytes(50, signed=True), signed=True) == -a)
f = 1
for i in range(1, 60):
    f *= i
print(f, f % (10**9 + 7))
