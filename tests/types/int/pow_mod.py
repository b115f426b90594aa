# pow with three arguments, negative exponents, inverses, and what each wrong use says.
def show(*args):
    try:
        print(args, "->", repr(pow(*args)))
    except Exception as error:
        print(args, "->", type(error).__name__, error)


show(3, 5, 7)
show(-3, 5, 7)
show(3, 5, -7)
show(-3, 5, -7)
show(3, -1, 7)
show(38, -1, 97)
show(2, -3, 9)
show(6, -1, 9)
show(0, -1, 5)
show(2, 0, 1)
show(2, 0, -1)
show(0, 0, 7)
show(2, 10, 0)
show(5, -1, 1)
show(2, -1)
show(0, -1)
show(0.0, -1)
show(-8, 1 / 3)
show(-8.0, 0.5)
show(0j, -1)
show(0j, 1j)
show(0j, 0)
show(2.0, 3, 5)
show(2, 3.0, 5)
show(2, 3, 5.0)
show(2j, 3, 5)
show(10**20, 10**20, 10**9 + 7)
show(2**64 + 1, -1, 2**61 - 1)
show(True, True, True)
show("a", 2)
show(2, "a")
show(2, 3, None)
show(2, 2, "x")
show(float("inf"), 0)
show(float("nan"), 0)
show(1, float("nan"))
show(-1.0, float("inf"))
show(0.5, float("-inf"))
print(pow(base=2, exp=5), pow(exp=3, base=3, mod=5))


class Power:
    def __repr__(self):
        return "Power()"

    def __pow__(self, other, mod="none"):
        return ("pow", other, mod)

    def __rpow__(self, other, mod="none"):
        return ("rpow", other, mod)

    def __ipow__(self, other):
        return ("ipow", other)


print(pow(Power(), 2), pow(Power(), 2, 3), pow(2, Power()), 2 ** Power())
show(2, Power(), 3)
p = Power()
p **= 4
print(p)
