# __setstate__ of an iterator over large numbers takes whatever can be compared and reckoned with.
def attempt(function, *args):
    try:
        print(function(*args))
    except Exception as error:
        print(type(error).__name__, error)


for state in 1, 1.0, 1.5, True, -2.5, 2, 99, 99.0, float("inf"), "x", None, 1j:
    numbers = iter(range(10**20, 10**20 + 5, 2))
    print(repr(state), end=" ")
    attempt(numbers.__setstate__, state)
    attempt(list, numbers)
    attempt(next, numbers)
short = iter(range(5))
for state in 1.5, "x", None, 2**70, True, 2:
    attempt(short.__setstate__, state)
print(list(short))
