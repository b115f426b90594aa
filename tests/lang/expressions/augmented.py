# Augmented assignment: in place where the type can, target evaluated once.
x = 5
x += 2
x -= 1
x *= 3
x //= 2
x **= 2
x %= 50
x <<= 2
x |= 1
x ^= 3
x >>= 1
x &= 0xFF
print(x)
x /= 4
print(x)
a = b = [1]
a += [2]
print(a is b, b)
a = a + [3]
print(a is b, a, b)
t = ([],)
try:
    t[0] += [1]
except TypeError as error:
    print(error, t)


def key():
    print("key once")
    return "k"


d = {"k": 1}
d[key()] += 10
print(d)


class M:
    def __matmul__(self, other):
        return "matmul"

    def __iadd__(self, other):
        print("iadd", other)
        return self


m = M()
m += 1
print(type(m).__name__)
m @= 2
print(m)
