# Parsing by hand with while loops, walrus, slices and early exits.
def words(text):
    i = 0
    while i < len(text):
        while i < len(text) and text[i].isspace():
            i += 1
        start = i
        while i < len(text) and not text[i].isspace():
            i += 1
        if start < i:
            yield text[start:i]


def run_length(text):
    out, rest = [], text
    while rest:
        n = 1
        while n < len(rest) and rest[n] == rest[0]:
            n += 1
        out.append(rest[0] + (str(n) if n > 1 else ""))
        rest = rest[n:]
    return "".join(out)


def digits(n, base=10):
    result = []
    while True:
        n, digit = divmod(n, base)
        result.insert(0, digit)
        if not n:
            return result


print(list(words("  the quick\tbrown\n fox ")), run_length("aaabccd"), run_length(""), digits(1234), digits(255, 2), digits(0))
data = iter([5, 3, 0, 9])
while (n := next(data, None)) is not None and n != 0:
    print("n", n)
print(n, next(data))
low, high, guesses = 1, 100, 0
while low <= high:
    guesses += 1
    if (middle := (low + high) // 2) == 37:
        print("found after", guesses)
        break
    elif middle < 37:
        low = middle + 1
    else:
        high = middle - 1
else:
    print("not found")
a, b = 1071, 462
while b:
    a, b = b, a % b
print(a)
