# Functions that make functions: compose, curry, memoize and pipelines.
def compose(*functions):
    def composed(x):
        for f in reversed(functions):
            x = f(x)
        return x

    return composed


def curry(f):
    def curried(*args):
        if len(args) >= f.__code__.co_argcount:
            return f(*args)
        return lambda *more: curried(*args, *more)

    return curried


def memoize(f):
    seen = {}

    def inner(n):
        if n not in seen:
            seen[n] = f(n)
        return seen[n]

    inner.seen = seen
    return inner


@memoize
def collatz(n):
    return 1 if n == 1 else 1 + collatz(n // 2 if n % 2 == 0 else 3 * n + 1)


print(compose(str, lambda x: x + 1, abs)(-4), compose()(7))
add3 = curry(lambda a, b, c: a + b + c)
print(add3(1)(2)(3), add3(1, 2)(3), add3(1)(2, 3))
print(collatz(27), len(collatz.seen), [f(2) for f in [lambda x, n=n: x**n for n in range(4)]])


def make_account(balance):
    def deposit(n):
        nonlocal balance
        balance += n
        return balance

    def withdraw(n):
        nonlocal balance
        if n > balance:
            return "no"
        balance -= n
        return balance

    return {"deposit": deposit, "withdraw": withdraw}


account = make_account(10)
print(account["deposit"](5), account["withdraw"](100), account["withdraw"](12))
