# iter and next in every form: iterators, sequences, callables with a sentinel, and errors.
class Countdown:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n <= 0:
            raise StopIteration
        self.n -= 1
        return self.n


print(list(Countdown(3)), sum(Countdown(4)), max(Countdown(3)), 1 in Countdown(3), tuple(Countdown(0)))
a, b = Countdown(2)
print(a, b)
values = iter([1, 2, 3, 0, 4])
print(list(iter(lambda: next(values), 0)), next(values))
it = iter("ab")
print(next(it), next(it), next(it, None), iter(it) is it)
print(list(zip([1, 2, 3], "ab")), list(enumerate("ab", 5)), list(map(max, [1, 5], [3, 2])), list(reversed([1, 2])))
try:
    list(zip([1], [1, 2], strict=True))
except ValueError as error:
    print(error)


class NotIterator:
    def __iter__(self):
        return 5


class Raises:
    def __iter__(self):
        raise KeyError("in iter")


for action in (lambda: iter(5), lambda: list(NotIterator()), lambda: list(Raises()), lambda: next([1]), lambda: [x for x in None]):
    try:
        action()
    except (TypeError, KeyError) as error:
        print(type(error).__name__, error)
r = range(10, 0, -3)
print(list(r), len(r), r[1], 4 in r, 5 in r, r.index(7), r == range(10, -1, -3), list(reversed(r)))
print(list(filter(None, [0, 1, "", "a"])), all([]), any([]), sorted("hello", reverse=True))
