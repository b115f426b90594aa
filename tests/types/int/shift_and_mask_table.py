# Shifts and bit operations of ints of every size and sign agree with arithmetic, and the bits counted and found.
values = [0, 1, -1, 2, -2, 5, -5, 2**31 - 1, 2**31, -2**31, -2**31 - 1, 2**32 + 1, 2**53 - 1, 2**53, 2**53 + 1, -2**53 - 1, 2**63, -2**63, 2**64 - 1, 3**80, -3**80]
for a in values:
    for n in (0, 1, 5, 31, 32, 33, 52, 53, 63, 64, 65, 200):
        assert a << n == a * 2**n, (a, n)
        assert a >> n == a // 2**n, (a, n)
    assert ~a == -a - 1
    for b in values:
        assert (a & b) + (a | b) == a + b
        assert (a ^ b) == (a | b) - (a & b)
        assert (a & b) == ~(~a | ~b)
        assert (a - (a & b)) == (a & ~b)
        if b > 0:
            q, r = divmod(a, b)
            assert q * b + r == a and 0 <= r < b
    print(a, a.bit_length(), a.bit_count(), (a & 0xFF), a & -a, bin(a)[:12], (a ^ (a >> 1)) & 0xFFFF)
def show(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
show(lambda: 1 << -1)
show(lambda: 1 >> -1)
show(lambda: 0 << 2**70)
show(lambda: 0 >> 2**70)
show(lambda: 5 >> 2**70)
show(lambda: -5 >> 2**70)
show(lambda: 1 << 2**70)
show(lambda: 1.0 << 1)
show(lambda: 1 << 1.0)
show(lambda: 1 | "1")
show(lambda: ~1.5)
show(lambda: True << True)
show(lambda: (True & True, True | 0, True ^ True, ~True & 1, type(True & False), type(True & 1)))
show(lambda: 1 << True)
class Index:
    def __index__(self): return 3
show(lambda: 1 << Index())
class I(int): pass
show(lambda: (type(I(3) << 1), type(I(3) & I(1)), type(~I(3)), type(-I(3)), type(+I(3)), type(abs(I(3)))))
