# Conditional expressions nest to the right and bind weaker than "or".
def grade(n):
    return "high" if n > 8 else "mid" if n > 4 else "low"


print([grade(n) for n in (1, 5, 9)])
print(1 if 0 or 1 else 2, (lambda: 1 if 0 else 2)())
print([x if x % 2 else -x for x in range(5)])
print("a" if [] else "b" if () else "c")
value = 3
print("three" if value == 3 else 1 / 0)
print(*(i for i in (1, 2) if (True if i > 1 else False)))
