"""Division of long ints by long ints: short quotients and long ones, quotients that are just reached and just missed."""
import hashlib


def number(bits, seed):
    value = seed
    while value.bit_length() < bits:
        value = value * 6364136223846793005 + 1442695040888963407
    return value >> (value.bit_length() - bits)


digest = hashlib.sha256()
for bits in (64, 1000, 3600, 3640, 3648, 3649, 3700, 3712, 3713, 3776, 4000, 5000, 9000, 20000, 3800, 60000, 4100):
    b = number(bits, bits)
    for extra in (0, 1, 2, 3, 30, 52, 53, 54, 59, 60, 61, 64, 65, 128, 1000, bits):
        for q in (1 << extra, (1 << extra) - 1, number(extra, 7) if extra else 1):
            for r in (0, 1, b - 1, b // 2):
                a = q * b + r
                assert a // b == q and a % b == r and divmod(a, b) == (q, r)
                for x, y in ((-a, b), (a, -b), (-a, -b), (b, a or 1), (a - 1, b), (a + 1, b)):
                    quotient, remainder = divmod(x, y)
                    assert quotient * y + remainder == x and (0 <= remainder < y or y < remainder <= 0)
                    assert quotient == x // y and remainder == x % y
                    digest.update(b"%d %d" % (quotient % 1000003, remainder % 1000003))
    ones = (1 << bits) - 1
    power = 1 << bits - 1
    for x, y in ((ones, power), (power, ones), (ones * 3, ones), (power * 3 - 1, power), (ones << 60, ones), ((ones << 61) - 1, power + 1)):
        digest.update(repr((x // y, x % y % 999983)).encode())
print(digest.hexdigest())
for x in (1 << 5000, 5, 0, -1, 2.5):
    for operation in ("x // y", "x % y", "divmod(x, y)"):
        for y in (0, False):
            try:
                eval(operation)
            except ZeroDivisionError as error:
                print(error)
