# A function whose __code__ and __defaults__ are replaced while a loop calls it.


def f(x, by=1):
    return x + by


def g(x, by=1):
    return x * by


def run():
    values = []
    total = 0
    for i in range(900):
        if i == 300:
            f.__defaults__ = (5,)
        if i == 600:
            f.__code__ = g.__code__
        total += f(2)
        if i % 300 == 299:
            values.append(total)
    return values


print(run())
