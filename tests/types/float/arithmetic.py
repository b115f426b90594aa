"""float: rounding of all operations on awkward numbers."""
values = [0.0, -0.0, 1.0, -1.5, 0.1, 1e-310, 1e308, float("inf"), float("-inf"), float("nan"), 3]
for a in values:
    for b in (2.0, -0.3, 0.0, float("inf"), 7):
        row = []
        for operation in ("a + b", "a - b", "a * b", "a / b", "a // b", "a % b", "divmod(a, b)", "a < b", "a == b"):
            try:
                row.append(repr(eval(operation)))
            except ZeroDivisionError as error:
                row.append(str(error))
        print(a, b, *row)
for a in (0.0, -0.0, 2.0, -2.0, 0.5, float("inf"), float("-inf"), float("nan"), 1.0, -1.0):
    row = []
    for b in (0.0, 1.0, 3.0, -1.0, -2.0, 0.5, float("inf"), float("-inf"), float("nan")):
        try:
            row.append(repr(a**b))
        except (ZeroDivisionError, OverflowError) as error:
            row.append(type(error).__name__)
    print(a, *row)
for value in (0.5, 1.5, 2.5, -0.5, 2.675, 1e22, 123456.789, -1234.5):
    print(value, round(value), round(value, 2), round(value, -2), round(value, 0))
