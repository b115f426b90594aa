"""float: subclasses, and special values in containers."""


class Float(float):
    def __repr__(self):
        return f"Float({float.__repr__(self)})"


x = Float("1.5")
print(x, repr(x), str(x), [x], f"{x}", f"{x:.3f}")
for value in (x + 1, -x, +x, abs(x), x.real, x.imag, x.conjugate(), float(x), x.__float__(), x // 1, divmod(x, 1)):
    print(type(value).__name__, value)
print(round(x), type(round(x, 1)).__name__, int(x), x.as_integer_ratio(), x.is_integer())
print(type(Float.fromhex("0x1.8p0")).__name__, Float(), Float(x) == x, hash(x) == hash(1.5))
nan = float("nan")
print(nan in [nan], [nan] == [nan], nan == nan, {nan: 1}[nan], float("nan") in [nan])
print({1: "int"}[1.0], {1.0: "float"}[True], {0.0: "zero"}[-0.0])
print(sorted([3, 1.5, -2.0, True]), max(1, 1.0), min(0.0, -0.0))
print(hash(1.0) == hash(1), hash(2.0**70) == hash(2**70), hash(0.5) == hash(0.5), hash(-0.0) == hash(0))
print(1.5.__class__, float.__name__, float.__doc__)
