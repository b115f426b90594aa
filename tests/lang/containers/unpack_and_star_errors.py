# Unpacking: the texts for too few and too many, sources that are no iterables, stars, and what was taken from iterators.
def show(text):
    names = {"counted": counted}
    taken.clear()
    try:
        exec(text, names)
        print(text, {k: v for k, v in names.items() if k not in ("__builtins__", "counted")}, taken or "")
    except Exception as error:
        print(text, "->", type(error).__name__, error, taken or "")


taken = []


def counted(n):
    for i in range(n):
        taken.append(i)
        yield i


for text in [
    "a, b = 1, 2, 3", "a, b = [1]", "a, b = ''", "a, b = 'abc'", "a, b = {1: 2}", "a, = []", "[a] = [[1, 2]]", "[] = []", "() = [1]", "[] = 5", "a, b = 5", "a, b = None", "a, *b = 5", "a, *b = []", "*a, b = 'x'", "a, *b, c = [1]", "a, *b, c = (1, 2)", "*a, = {}", "a, (b, c) = 1, 2", "a, (b, *c), d = 1, 'xyz', 2", "(a, b), c = 'ab', 1", "a, b = counted(5)", "a, b, c = counted(2)", "a, *b = counted(3)", "a, *b, c, d = counted(2)", "a = *counted(2), 5", "*a, b = counted(0)", "a, b = range(3)", "a, b = range(1)", "a, b = b, a = 1, 2", "x = [0, 1]; i = 0; i, x[i] = 1, 5", "x = [*1]", "x = {*1}", "x = (*None,)", "x = [*'ab', *[1], *()]", "x = {**{}, **1}", "print(*1)", "print(**1)", "print(*[1], **{2: 3})", "for a, b in [(1, 2), (3,)]: pass", "for a, *b in ['xyz', '']: pass", "x = [a for a, b in [(1, 2, 3)]]", "del (a)", "(a, b), = [(1, 2)]", "a, b = dict(x=1, y=2).items()", "a, b, *c = b'\\x00\\x01\\x02'", "a, b = type", "a, b = 1.5", "a, b = lambda: 0", "first, second = {3, 3}",
]:
    show(text)


class Broken:
    def __iter__(self):
        return 5


class Raises:
    def __iter__(self):
        yield 1
        raise OSError("while unpacking")


class Indexed:
    def __getitem__(self, i):
        if i > 1:
            raise IndexError("end")
        return i * 10


class Refuses:
    __iter__ = None

    def __getitem__(self, i):
        return i


for source in (Broken(), Raises(), Indexed(), Refuses()):
    for attempt in (lambda s: [*s], lambda s: (lambda a, b: (a, b))(*s)):
        try:
            print(type(source).__name__, attempt(source))
        except Exception as error:
            print(type(source).__name__, type(error).__name__, error)
    try:
        x, y = source
        print(x, y)
    except Exception as error:
        print(type(error).__name__, error)
