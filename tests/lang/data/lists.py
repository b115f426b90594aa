# Lists: methods, errors, aliasing, nested copies, comparison.
a = [3, 1, 2]
a.append(4); a.extend("xy"); a.insert(1, "i"); a.insert(-100, "first"); a.insert(100, "last")
print(a, a.pop(), a.pop(0), a.index("x"), a.count(1))
a.remove("i"); a.reverse()
print(a, a.copy() == a, a.copy() is a)
b = [[0] * 2] * 2
b[0][0] = 1
print(b, [1, 2] * 2, [1] + [2], [1, 2] < [1, 2, 0], [] < [0])
a.clear()
print(a, a == [], not a)
n = [1]
n.append(n)
print(n, n[1] is n, repr([n]))
for action in ("a.pop()", "n.index(9)", "n.remove(9)", "n[5]", "n['x']", "n[5] = 1", "[].sort(1)", "[1] + (2,)", "n.insert()", "[1] * 'a'"):
    try:
        exec(action)
    except (IndexError, ValueError, TypeError) as error:
        print(action, type(error).__name__, error)
s = [5, 2, 9]
print(s.sort(), s, s.sort(reverse=True), s, sorted(s, key=lambda x: -x))
s += (1, 2)
s *= 2
print(s, s.index(2, 4), 9 in s)
