# zip: lengths that differ with and without strict, errors from each iterator, how far the others were read, none and one argument, reduce.
def show(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
class Counting:
    def __init__(self, items): self.it, self.taken = iter(items), 0
    def __iter__(self): return self
    def __next__(self):
        self.taken += 1
        return next(self.it)
for lengths in ((2, 2), (2, 3), (3, 2), (0, 1), (1, 0), (2, 2, 3), (3, 3, 2), (3, 2, 1), (0, 0), (1,), ()):
    for strict in (False, True):
        its = [Counting(range(n)) for n in lengths]
        try:
            result = list(zip(*its, strict=strict))
        except ValueError as error:
            result = str(error)
        print(lengths, strict, result, [i.taken for i in its])
def failing():
    yield 1
    raise LookupError("second")
a, b = Counting("abc"), Counting("xyz")
show(lambda: list(zip(a, failing(), b)))
print(a.taken, b.taken)
show(lambda: list(zip(failing(), failing(), strict=True)))
show(lambda: zip(3))
show(lambda: zip("a", 3, "b"))
show(lambda: zip("a", strict=1, other=2))
show(lambda: list(zip("ab", "c", strict=[])))
class BadTruth:
    def __bool__(self): raise ZeroDivisionError("truth")
show(lambda: zip("a", strict=BadTruth()))
z = zip("abc", "de"); print(next(z), z.__reduce__()[0].__name__, len(z.__reduce__()[1]), list(z), next(z, "end"))
z = zip("ab", "cd", strict=True); print(z.__reduce__()[2]); z.__setstate__(False); print(list(z))
show(lambda: zip("a").__setstate__("yes"))
one = iter("abcd"); print(list(zip(one, one)), list(zip(*[iter("abcdef")] * 3)))
print(dict(zip("ab", [1, 2])), list(zip(*[(1, "a"), (2, "b")])), list(zip()), zip("a") == zip("a"))
class Z(zip): pass
print(type(Z("a")).__name__, list(Z("a", "b")))
show(lambda: Z("a", "bc", strict=True).__class__.__name__)
