# complex(text): accepted spellings, refusals, the two-argument form, and signed zeros.
def show(*args, **kwargs):
    try:
        print(args, kwargs or "", "->", complex(*args, **kwargs))
    except Exception as error:
        print(args, kwargs or "", "->", type(error).__name__, error)


for text in [
    "1", "1j", "j", "-j", "+J", "1+2j", "1-j", "-1-1e3j", "(1+2j)", " ( 1+2j ) ", "((1))", "( 1 )", "1 +2j", "1+ 2j", "1+2", "1+2i", "j1", "1j+2", "infj", "nan+infj", "-inf-nanj", "1e5j", "1_0+2_0j", "1__0j", "_1j", "", "()", "( )", "1+j1", ".5-.5j", "١+٢j", "1e400+1e-400j", "1\x00", "+-1j", "1+-2j", "--1", "1jj", "(1", "1)", "\u20031j\u2003", "infinityj", "1+infinityj", "0x1j",
]:
    show(text)
show("1", 2)
show(1, "2")
show("1", imag=2)
show(real="1")
show(imag=1j)
show(1j, 1j)
show(1j, 2)
show(1, 1j)
show(None)
show(b"1")
show([])
show(10**400)
show(1, 2, 3)
show(real=1, imag=-0.0)
show(-0.0, -0.0)
show(True, False)
show()
print(repr(complex(0.0, -0.0)), repr(complex(-0.0, 1)), -0j, -(0j), 0j * -1, complex(-0.0, -0.0), 1 - 0j, -1j, (-0 - 1j))
print(repr(complex("nan")), complex(float("inf"), float("-inf")), complex(1e16, 1e-5), 1e16j, 1.5e300 + 0.1j)


class C:
    def __complex__(self):
        return 3 + 4j


class F:
    def __float__(self):
        return 2.5


class Both(C, F):
    def __index__(self):
        return 9


print(complex(C()), complex(F()), complex(Both()), complex(F(), F()), abs(C().__complex__()))
for args in [(C(), C()), (1, C())]:
    try:
        print(complex(*args))
    except TypeError as error:
        print(error)
