# Generators chained into a pipeline stay lazy.
import itertools


def read(lines):
    for line in lines:
        print("read", line)
        yield line


def strip_comments(lines):
    for line in lines:
        text = line.split("#")[0].strip()
        if text:
            yield text


def numbers(lines):
    for line in lines:
        yield from map(int, line.split())


source = ["1 2 # first", "# only comment", "3", "4 5"]
print(list(itertools.islice(numbers(strip_comments(read(source))), 3)))
evens = (n for n in itertools.count() if n % 2 == 0)
print([next(evens) for _ in range(4)])
print(list(zip("abc", itertools.count(1))), dict(zip("ab", itertools.repeat(0))))


def primes():
    seen = []
    for n in itertools.count(2):
        if all(n % p for p in itertools.takewhile(lambda p: p * p <= n, seen)):
            seen.append(n)
            yield n


print(list(itertools.islice(primes(), 15)))
a, b = itertools.tee(x for x in range(3))
print(list(a), list(b))
