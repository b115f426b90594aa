# Floats: repr, special values, methods, rounding and comparison with ints.
print(0.1, 1e16, 1e15, 123456789012345678.0, 1e-5, 0.0001, 1.0, -0.0, 1e300 * 1e10, 5e-324, 2.5e-8, 1e22, 1e21)
inf, nan = float("inf"), float("nan")
print(inf, -inf, nan, inf > 10**400, nan == nan, inf - inf, inf == inf, 0.0 == -0.0, -0.0 + 0.0)
print((0.5).as_integer_ratio(), (2.5).is_integer(), (1.0).hex(), float.fromhex("0x1.8p1"), (3.7).__trunc__(), int(1e20), int(-2.9))
print(7.0 // 2, -7.0 // 2, 7.5 % 2, -7.5 % 2, divmod(7.5, 2), 2.0**0.5, 10.0**-2, 2**0.5)
print(2**53 == float(2**53), 2**53 + 1 == float(2**53), 10**400 > 1e308, 1 < 1.5 < 2, hash(1.0) == hash(1), hash(inf))
print(round(0.5), round(1.5), round(2.675, 2), round(-1.25, 1), round(1e300), round(123.456, -1), round(5.0, 3))
for action in ("1.0 / 0", "1.0 // 0", "1.0 % 0", "0.0 ** -1", "int(inf)", "int(nan)", "round(inf)", "float(10 ** 400)", "(-8.0) ** (1 / 3) > 1"):
    try:
        print(action, eval(action))
    except (ZeroDivisionError, OverflowError, ValueError, TypeError) as error:
        print(action, type(error).__name__, error)
print(sum([0.1] * 3), 0.1 + 0.2 == 0.3, 1 / 3, 2 / 3, 100 / 3, 1e23, 9007199254740993.0, 4.35, 0.1 * 3)
