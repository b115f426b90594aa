"""A subclass of list that overrides iteration: who asks it and who does not."""

class Loud(list):
    def __iter__(self):
        return iter("xyz")
    def __len__(self):
        return 1
loud = Loud([1, 2])
print(list(loud), tuple(loud), [*loud], sorted(loud), loud + loud, [0] + loud, loud == [1, 2], len(loud), bool(Loud()))
target = []
target.extend(loud)
target += loud
target[0:0] = loud
print(target, list(reversed(loud)), loud[:], loud.copy(), 1 in loud)
a, b, c = loud
print(a, b, c, dict.fromkeys(loud), set(loud) == set("xyz"))
class Getter(list):
    def __getitem__(self, key):
        return ("got", key)
getter = Getter([1, 2])
print(getter[0], getter[0:1], list(getter), getter.pop())
