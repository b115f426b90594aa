"""Products, shifts and sums of which only the low bits are kept; bits beyond 31; sets and dicts built in hot loops."""


def mixed(n, seed):
    x = seed
    fnv = 2166136261
    total = 0
    for i in range(n):
        x ^= (x << 13) & 0xFFFFFFFF
        x ^= x >> 17
        x ^= (x << 5) & 0xFFFFFFFF
        fnv = ((fnv ^ (x & 255)) * 16777619) & 0xFFFFFFFF
        total = (total * 6364136223846793005 + i) & 0xFFFF
        total += (fnv - x * 3) & 0x7FFFFFFF
    return x, fnv, total


def edges(n):
    values = [0, 1, -1, 2**31 - 1, 2**31, -(2**31), 2**32 - 1, 2**32, 2**53 - 1, -(2**53) + 1]
    out = 0
    for i in range(n):
        a = values[i % 10]
        b = values[i // 10 % 10]
        out = (out * 31 + ((a * b) & 0xFFFFFFFF)) & 0xFFFFFFFF
        out ^= (a + b) & 0xFFFFFFFF
        out ^= (a - b) & 1023
        out ^= (a << 7) & 0x80000000
        out = (out << 31) & 0xFFFFFFFF | out >> 1
    return out


def growing(n):
    a = 3
    out = []
    for i in range(n):
        a = a * 5
        out.append((a * 7) & 0xFFFFFFFF)
        if a > 10**40:
            a = 3
    return sum(out)


def others(n):
    class Bits:
        def __mul__(self, other):
            return 7

        def __and__(self, other):
            return "and %d" % other

    values = [5] * (n - 1) + [Bits()]
    return [(value * 3) & 0xFF for value in values][-2:], [(value * 3) for value in [True, 2**70]][1] & 0xFF


def xor_signs(n):
    out = 0
    for i in range(n):
        a = 0xEDB88320 if i % 3 else -i
        out = (out ^ a) & 0xFFFFFFFF
        out = out ^ (a >> 1) if i % 50 != 49 else (out ^ a) % 1000003
    return out


class Key:
    made = 0

    def __init__(self, value):
        self.value = value

    def __hash__(self):
        Key.made += 1
        return self.value

    def __eq__(self, other):
        return self.value == other.value


def containers(n):
    a = {i % 10 for i in range(n)}
    b = {(i % 4, str(i % 3)) for i in range(n)}
    c = {i % 5: i for i in range(n)}
    d = len({Key(i % 6) for i in range(n)}), len({Key(i % 7): i for i in range(n)})
    e = [{"a": i, 1: i % 3, None: 0} for i in range(n)][-1]
    try:
        {[] if i == n - 1 else i for i in range(n)}
    except TypeError as error:
        f = str(error)
    try:
        {(i if i < n - 1 else {}): i for i in range(n)}
    except TypeError as error:
        f += str(error)
    return a, sorted(b), c, d, e, f


def members(n):
    plain = set(range(0, 20, 3)) | {"a", None, 2.5, (1, 2)}
    frozen = frozenset(plain)
    keys = {Key(3), Key(9)}
    hits = [0, 0, 0, 0]
    for i in range(n):
        item = (i % 21, "a", None, i / 2, (1, i % 3), True, 2**70, "b")[i % 8]
        hits[0] += item in plain
        hits[1] += item not in frozen
        hits[2] += Key(i % 10) in keys
        try:
            hits[3] += [i] in plain if i == n - 1 else {i} in plain
        except TypeError as error:
            hits.append(str(error))
    return hits


for size in (5, 100, 3000):
    print(members(size))
    print(mixed(size, 88172645), mixed(size, -5), mixed(size, 2**40 + 1), mixed(size, 2**70))
    print(edges(size), growing(size), others(size), xor_signs(size))
    print(containers(size), Key.made)


def generator(x, count):
    """Linear congruential: the product is far beyond 53 bits, what is kept of it is not."""
    seen = []
    for _ in range(count):
        x = (x * 1103515245 + 12345) % 2147483648
        y = (x * 6364136223846793005 - 1) & 0xFFFF
        z = (x * -69069 - 4294967301) % 4294967296
        w = (x - 5 + 3) % 16
        v = (x * 7 + 1) % 1000
        seen.append((x, y, z, w, v, (x * 3) % 8589934592, (z * z) % 1))
    return seen


for start in (42, 0, 2**31 - 1):
    print(generator(start, 150)[-2:])
for start in (-1, -(2**40) - 7, 2**53 - 1, 2**80 + 3, True):
    print(generator(start, 2))
