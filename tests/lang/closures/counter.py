# Each call of the outer function makes new cells; nonlocal writes to them.
def counter(start=0):
    count = start

    def step(by=1):
        nonlocal count
        count += by
        return count

    def reset():
        nonlocal count
        count = start

    return step, reset


a, reset_a = counter()
b, _ = counter(10)
print(a(), a(), b(), a(5), b(-1))
reset_a()
print(a(), b())
print(a.__code__.co_freevars, a.__closure__[0].cell_contents)
