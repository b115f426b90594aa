# complex with nan, infinities and signed zeros: parsing, repr, arithmetic, powers, division, equality, hash.
def show(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
nan, inf = float("nan"), float("inf")
for text in ("1", "-j", "+J", "1+j", "1-2j", " ( 3e2-4.5E-1j ) ", "nan+infj", "-inf-nanj", "infinityj", "1_0+2_0j", ".5j", "1.+.5j", "1e5", "-0-0j", "0j"):
    show(lambda: complex(text))
for text in ("", "1+", "1 + 2j", "1+2", "j1", "1j+2", "1+2jj", "(1", "1)", "1__0", "(1+2j", "1e", "infi", "--1j", "1,2", "\x00"):
    show(lambda: complex(text))
for z in (complex(0, -0.0), complex(-0.0, 0), complex(-0.0, -0.0), complex(1, -0.0), complex(nan, inf), complex(-inf, nan), -0j, -(0j), 1 - 0j, -1j):
    print(repr(z), str(z), f"{z:.2f}", z == z, abs(z) == abs(z))
print((1 + 2j) * (inf + 0j), (1 + 2j) / (inf + 1j), (inf + infj if (infj := complex(0, inf)) else 0) * 1j, 1 / complex(inf, inf))
show(lambda: (1 + 1j) / 0)
show(lambda: (1 + 1j) // 1)
show(lambda: (1 + 1j) % 1)
show(lambda: divmod(1j, 1))
show(lambda: 1j < 2j)
show(lambda: int(1j))
show(lambda: float(1j))
show(lambda: round(1j))
show(lambda: 0j ** -1)
show(lambda: 0j ** 1j)
show(lambda: (0j ** 0, 0j ** 2, (2 + 0j) ** 3, (1j) ** 2, (1j) ** -1, (1 + 1j) ** 100))
show(lambda: (1e300 + 1j) ** 2)
show(lambda: pow(1j, 2, 3))
show(lambda: abs(complex(1e308, 1e308)))
show(lambda: (abs(3 + 4j), abs(complex(nan, inf)), abs(complex(nan, 1))))
print(hash(1 + 0j) == hash(1), hash(0.5 + 0j) == hash(0.5), {1: "int", 1 + 0j: "complex"}, 1 + 0j == True, 1j == 1, 2**53 + 1 == complex(2**53, 0))
show(lambda: complex(1, "2"))
show(lambda: complex("1", 2))
show(lambda: complex(1j, 2j))
show(lambda: complex(real=1, imag=2))
show(lambda: complex([]))
show(lambda: complex(1, []))
