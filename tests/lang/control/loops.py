# for and while with else, break and continue; changing what is iterated.
for i in range(3):
    if i == 5:
        break
else:
    print("no break")
for i in range(3):
    if i == 1:
        break
else:
    print("never")
print(i)
n = 0
while n < 10:
    n += 1
    if n % 2:
        continue
    if n > 6:
        break
    print(n, end=" ")
else:
    print("never")
print()
for x in []:
    pass
else:
    print("empty else")
items = [1, 2, 3]
for x in items:
    if x < 3:
        items.append(x + 10)
print(items)
d = {"a": 1}
try:
    for k in d:
        d[k + "x"] = 1
except RuntimeError as error:
    print(error)
s = {1}
try:
    for k in s:
        s.add(k + 1)
except RuntimeError as error:
    print(error)
for a, (b, *c) in [(1, (2, 3)), (4, "xyz")]:
    print(a, b, c)
for items[0] in "pq":
    pass
print(items)
for i in range(2):
    for j in range(3):
        if j == 1:
            break
        print(i, j)
    else:
        continue
    print("broke")
while True:
    try:
        break
    finally:
        print("left")
