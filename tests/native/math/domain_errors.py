"""Where functions have no value, and where the value is too large."""
import math

inf, nan = math.inf, math.nan
for name, *args in [
    ("sqrt", -1), ("sqrt", inf), ("sqrt", nan), ("log", 0), ("log", -1), ("log", inf), ("log", 8, 2), ("log", 2, 1),
    ("log2", 0), ("log10", -1), ("log1p", -1), ("acos", 2), ("asin", -2), ("atanh", 1), ("acosh", 0.5), ("exp", 1000),
    ("exp", -1000), ("cosh", 1000), ("sinh", -1000), ("expm1", 1000), ("exp2", 2000), ("sin", inf), ("tan", nan),
    ("gamma", 0), ("gamma", -1), ("gamma", 200), ("gamma", -inf), ("lgamma", -2), ("lgamma", inf), ("pow", 0, -1),
    ("pow", -1, 0.5), ("pow", 10, 400), ("pow", 1, nan), ("pow", nan, 0), ("pow", -1, inf), ("fmod", 1, 0),
    ("fmod", inf, 1), ("fmod", 1, inf), ("remainder", 1, 0), ("remainder", inf, 1), ("remainder", 5, inf),
    ("sqrt", "a"), ("sqrt", 10**400), ("copysign", 1, -0.0), ("atan2", -0.0, -1),
]:
    try:
        print(name, args, getattr(math, name)(*args))
    except Exception as error:
        print(name, args, type(error).__name__, error)
