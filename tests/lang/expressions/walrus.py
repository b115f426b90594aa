# Assignment expressions bind in the enclosing function, also from a comprehension.
def positive(numbers):
    result = [y for x in numbers if (y := x - 1) > 0]
    return result, y


print(positive([1, 2, 3, 0]))
if (n := len("walrus")) > 3:
    print(n)
total = 0
print([total := total + v for v in range(5)], total)
while (chunk := [1, 2, 3][total - 10 :]) and total < 13:
    print(chunk)
    total += 1
print((a := 1, b := 2), a + b)
print(any((hit := word).startswith("b") for word in ["a", "bc", "bd"]), hit)


def f(x=(default := 5)):
    return x


print(f(), default)
