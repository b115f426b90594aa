"""reversed: __reversed__, sequences, and what is not reversible."""

def error(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as problem:
        print(f"{type(problem).__name__}: {problem}")


class Sequence:
    def __len__(self):
        return 3
    def __getitem__(self, index):
        return index * 10
class Own:
    def __reversed__(self):
        return "anything"
class Blocked:
    __reversed__ = None
    def __len__(self):
        return 1
    def __getitem__(self, index):
        return index
print(list(reversed(Sequence())), reversed(Own()), list(reversed("abc")), list(reversed((1, 2))), list(reversed({1: 2, 3: 4})))
for value in ({1}, 5, Blocked(), iter([])):
    error(reversed, value)
error(reversed)
error(reversed, 1, 2)
error(reversed, sequence=[1])
backwards = reversed(Sequence())
print(next(backwards), backwards.__length_hint__(), backwards.__reduce__()[2])
backwards.__setstate__(0)
print(list(backwards), list(backwards), backwards.__length_hint__(), backwards.__reduce__())
backwards = reversed(Sequence())
backwards.__setstate__(99)
print(next(backwards))
