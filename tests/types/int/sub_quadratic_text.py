# Thousands of digits: text to int and back agree for every power near a limb, with signs, underscores and other bases.
import sys
sys.set_int_max_str_digits(0)
def digest(text):
    total = 0
    for i, character in enumerate(text):
        total = (total * 31 + ord(character)) % 1000000007
    return len(text), text[:6], text[-6:], total
for bits in (63, 64, 1000, 4096, 9999, 33219):
    for offset in (-1, 0, 1):
        value = 2 ** bits + offset
        text = str(value)
        assert int(text) == value and int("-" + text) == -value
        print(bits, offset, *digest(text))
big = 3 ** 20000
for base in (2, 3, 7, 8, 16, 32, 36):
    digits = []
    value = 3 ** 700
    while value:
        value, digit = divmod(value, base)
        digits.append("0123456789abcdefghijklmnopqrstuvwxyz"[digit])
    text = "".join(reversed(digits))
    print(base, int(text, base) == 3 ** 700, int("_".join(text), base) == 3 ** 700)
print(int(hex(big), 16) == big, int(oct(big), 0) == big, int(bin(big)[2:], 2) == big)
print(digest(f"{big:,}"), digest(f"{big:_x}"), digest(f"{-big:+d}"), digest("%d" % big), digest("%x" % big))
print(big // 10**9000 == int(str(big)[:len(str(big)) - 9000]), big % 10**50 == int(str(big)[-50:]))
print(divmod(-big, 10**5000)[1] == 10**5000 - big % 10**5000, (big * big) // big == big, pow(7, 10**6, 10**40))
sys.set_int_max_str_digits(640)
for action in (lambda: str(10**640), lambda: int("1" * 641), lambda: f"{10**700}", lambda: "%d" % 10**640, lambda: int("1" * 641, 16) > 0):
    try:
        print(action() and "fine")
    except ValueError as error:
        print(error)
