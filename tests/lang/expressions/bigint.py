# Integers beyond the machine word keep all digits.
n = 1
for i in range(1, 31):
    n *= i
print(n, len(str(n)))
print(n // 10**20, n % 10**9, -n // 7, -n % 7)
print(2**200, 3**100 - 2**100)
print(9007199254740991 + 1, 9007199254740992 + 1, 9007199254740993 * 3)
print(-9007199254740991 - 2, 94906267 * 94906267, 2**53 - 2**53)
print(int("123456789" * 4), int("ff" * 12, 16))
print(pow(3, 1000, 10**9 + 7), pow(7, -1, 31))
print((2**64).bit_length(), (-(2**64)).bit_length(), (10**18).bit_count())
print(2**1000 > 1e300, 2**53 + 1 == float(2**53))
