# Loops in loops with flags, early exits through functions, and while with complex conditions.
def find(matrix, target):
    for i, row in enumerate(matrix):
        for j, value in enumerate(row):
            if value == target:
                return i, j
    return None


print(find([[1, 2], [3, 4]], 3), find([[1]], 9))
primes = []
for n in range(2, 60):
    for p in primes:
        if p * p > n:
            primes.append(n)
            break
        if n % p == 0:
            break
    else:
        primes.append(n)
print(primes)
n, steps = 27, 0
while n != 1 and steps < 200:
    n = n // 2 if n % 2 == 0 else 3 * n + 1
    steps += 1
print(n, steps)
out = []
i = 0
while True:
    i += 1
    if i == 2:
        continue
    j = 0
    while j < i:
        j += 1
        if j == 3:
            break
        out.append((i, j))
    else:
        out.append("full")
    if i >= 4:
        break
print(out)
stack = [iter([1, [2, [3, [4]], 5]])]
flat = []
while stack:
    for item in stack[-1]:
        if isinstance(item, list):
            stack.append(iter(item))
            break
        flat.append(item)
    else:
        stack.pop()
print(flat)
