"""abs, divmod, pow, round."""

def error(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as problem:
        print(f"{type(problem).__name__}: {problem}")


class Number:
    def __abs__(self):
        return "abs"
    def __round__(self, digits=None):
        return f"round {digits}"
    def __divmod__(self, other):
        return "divmod"
    def __rdivmod__(self, other):
        return "rdivmod"
    def __pow__(self, other, modulus=None):
        return f"pow {other} {modulus}"
print(abs(-5), abs(-2.5), abs(3 + 4j), abs(True), abs(Number()), round(Number()), round(Number(), 2), round(Number(), None))
print(divmod(7, -2), divmod(-7.5, 2), divmod(Number(), 1), divmod(1, Number()), pow(Number(), 2), pow(Number(), 2, 3))
print(pow(2, 10), pow(2, -1), pow(2, 10, 7), pow(3, -1, 7), pow(base=2, exp=3, mod=5), round(2.5), round(3.5), round(-1.25, 1), round(1234, -2))
for call in (lambda: abs("a"), lambda: divmod(1, 0), lambda: divmod("a", 1), lambda: pow(2, "a"), lambda: pow(2, 3, 0), lambda: pow(2.0, 3, 5),
             lambda: pow(2, -1, 4), lambda: round("a"), lambda: round(1.5, "a"), lambda: abs(), lambda: pow(1), lambda: round(number=1, digits=2)):
    error(call)
