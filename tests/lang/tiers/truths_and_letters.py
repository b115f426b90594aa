"""Bools in sums, the least and greatest of ints, and letters of strings, in code that met nothing else at first."""

TURNS = 2000


def sums(values, x):
    total = 0
    for each in values:
        total += each > x
        total = total - (each == x) * 2 + (each < x)
    return total


print([sums(range(TURNS), x) for x in (0, 5, TURNS)], type(sums([1], 0)), True + True, sums([], True))


def mixed(n):
    results = []
    x = 1
    for i in range(n):
        if i == n - 4:
            x = 0.5
        elif i == n - 3:
            x = 2**70
        elif i == n - 2:
            x = True
        elif i == n - 1:
            x = 2**53 - 1
        result = x + (i > 0), (i > 0) - x, x * (i > 0), (i > 0) + (i > 1)
        if i > n - 6:
            results.append(result)
    return results


for result in mixed(TURNS):
    print(result)


def extremes(n):
    results = []
    big = 10**6
    for i in range(n):
        a, b, c = i % 7, i % 5, big
        if i == n - 3:
            c = 0.5
        elif i == n - 2:
            b = True
        elif i == n - 1:
            c = 2**80
        result = min(a, b, c), max(a, b, c), min(c, a), max(b, a, c, i)
        if i > n - 6:
            results.append(result)
    return results


for result in extremes(TURNS):
    print(result)


def first_of_equals(n):
    same = 0
    for i in range(n):
        a = 1.0 if i > n - 3 else 1
        same += min(a, 1) is a and max(a, True) is a
    return same


print(first_of_equals(TURNS))


def letters(text, n):
    count = {}
    for i in range(n):
        letter = text[i % len(text)]
        count[letter] = count.get(letter, 0) + 1
    return count


print(letters("abcab", TURNS), letters("\U0001f600a\xe9", TURNS // 2), ascii(letters("x\ud800y", TURNS // 2)))


def others(n):
    found = []
    text = "hello"
    for i in range(n):
        index = i % 5
        if i == n - 5:
            index = -1
        elif i == n - 4:
            index = 5
        elif i == n - 3:
            index = True
        elif i == n - 2:
            text = b"hello"
        elif i == n - 1:
            text = ["h", "e"]
        try:
            letter = text[index]
        except IndexError as error:
            letter = str(error)
        if i > n - 7:
            found.append(letter)
    return found


print(others(TURNS))
