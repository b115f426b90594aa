# Bit operations on ints of either sign and any size, and on bools.
a, b = 0b1100, 0b1010
print(a & b, a | b, a ^ b, ~a, a << 3, a >> 2)
print(-5 & 3, -5 | 3, -5 ^ 3, -5 >> 1, -5 << 2, -1 >> 100)
big = 1 << 100
print(big | 1, big & (big - 1), (big ^ -1), big >> 99, -big >> 3)
print(True & False, True | 2, True ^ True)
print(bin(a), oct(a), hex(255), bin(-5))
print((1 << 64) - 1 == 0xFFFF_FFFF_FFFF_FFFF)
try:
    1 << -1
except ValueError as error:
    print(error)
try:
    1.0 & 1
except TypeError as error:
    print(error)
