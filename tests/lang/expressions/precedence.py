# Precedence and associativity of every operator.
print(1 + 2 * 3 - 4 / 2, (1 + 2) * 3, 2**3**2, -(2**2), -2**2, 2**-1, ~1 + 1, -1**2)
print(1 | 2 ^ 3 & 4 << 1 + 1, 1 << 2 << 3, 7 // 2 * 2 % 3, 10 - 3 - 2, 2 * 3 % 4, 100 / 10 / 5)
print(not 1 == 2, not True or True, True or False and False, 1 < 2 == True, (1 < 2) == True, 1 in [1] == True)
print(1 if 2 else 3 if 4 else 5, (lambda x: x if x else 0)(3), [*range(3)][1] + 1, -[1][0], not [] in [[]])
print(1 is not None, not 1 is None, 3 not in (1, 2), 1 + 1 in {2}, 5 & 3 == 1, 5 & (3 == 1), 1 | 0 == 0)
print(2 + 3 if False else 4 * 5, "a" + "b" * 2, "x" * 2 + "y", ("a", "b") + ("c",) * 2, 1 or 1 / 0, 0 and 1 / 0)
print(1 < 3 > 2 != 1 <= 1, 1 == 1 != 2, "a" in "abc" in ["abc"], 0x10 + 0b1 - 0o7, 5 % -3, -5 % 3, 5 // -3)
x = 5
print(x if x > 3 and not x < 0 or x == 0 else -x, x - -x, x--x, +-+x, not not x, ~-x, -~x)
