"""Infinite and undefined parts."""
import cmath

inf, nan = float("inf"), float("nan")
values = [complex(a, b) for a in (-inf, -0.0, 2.0, inf, nan) for b in (-inf, 0.0, -2.0, nan)]
for name in ("sqrt", "exp", "log", "cosh", "tanh", "atanh", "acos"):
    function = getattr(cmath, name)
    results = []
    for value in values:
        try:
            result = function(value)
            parts = [part if part != part or part in (0, inf, -inf) else round(part, 9) for part in (result.real, result.imag)]
            results.append(complex(*parts))
        except (ValueError, OverflowError) as error:
            results.append(str(error))
    print(name, results)
