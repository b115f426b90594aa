# Slices of lists, strings, tuples and ranges; negative steps; slice assignment and deletion.
s = list(range(10))
print(s[2:5], s[:3], s[7:], s[-3:], s[:-7], s[::3], s[::-1], s[8:2:-2])
print(s[5:2], s[100:], s[-100:2], s[2:100], s[::-4])
print("abcdef"[1:-1], "abcdef"[::-2], (1, 2, 3)[:2], range(20)[3:15:4], range(10)[::-1])
s[2:5] = ["x"]
print(s)
s[1:1] = [100, 200]
print(s)
s[::2] = ["e"] * len(s[::2])
print(s)
del s[1:4]
print(s)
del s[::-2]
print(s)
try:
    s[::2] = [1]
except ValueError as error:
    print(error)


class Show:
    def __getitem__(self, key):
        return key


print(Show()[1:2], Show()[:, 1:2, ...], Show()[::-1, None], Show()[1,])
print(slice(1, 10, 3).indices(5), slice(None, None, -1).indices(4))
