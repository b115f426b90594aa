# Elements whose hash or equality raises, lies, or changes the set while it is searched.
def show(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
class NoHash:
    __hash__ = None
class BadHash:
    def __hash__(self):
        raise LookupError("no hash today")
class WrongHash:
    def __hash__(self):
        return "text"
class HugeHash:
    def __hash__(self):
        return 2**200
class MinusOne:
    def __hash__(self):
        return -1
show(lambda: {NoHash()})
show(lambda: {BadHash()})
show(lambda: BadHash() in {1})
show(lambda: {1}.discard(BadHash()))
show(lambda: {WrongHash()})
show(lambda: hash(HugeHash()) == hash(2**200))
show(lambda: hash(MinusOne()))
show(lambda: len({MinusOne(), MinusOne()}))
class Equal:
    def __init__(self, name, answer):
        self.name, self.answer = name, answer
    def __hash__(self):
        return 5
    def __eq__(self, other):
        print("  compare", self.name, getattr(other, "name", other))
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer
    def __repr__(self):
        return self.name
s = {Equal("first", False), Equal("second", False)}
print(s)
show(lambda: Equal("third", True) in s)
show(lambda: s.add(Equal("fourth", ZeroDivisionError("in eq"))))
print(len(s))
show(lambda: 5 in s)
show(lambda: s.remove(6))
class Clears(Equal):
    def __eq__(self, other):
        s.clear()
        return False
    __hash__ = Equal.__hash__
s = {Equal("x", False)}
show(lambda: (Clears("clears", 0) in s, s))
s = {Equal("x", False)}
s.add(Clears("clears", 0))
print(s)
mutable = Equal("m", True)
holder = {mutable}
Equal.__hash__ = lambda self: 6
print(mutable in holder, list(holder), holder - {mutable} == holder, len(holder | {mutable}))
show(lambda: holder.remove(mutable))
nan = float("nan")
print(nan in {nan}, float("nan") in {nan}, {nan} == {nan}, {1, True, 1.0}, {0, False, 0.0, -0.0}, {"a", "a"} == {"a"})
show(lambda: {1: 0}.keys() - {[]} if False else frozenset([[]]))
show(lambda: {frozenset([1])} & {frozenset([1])})
show(lambda: {1, 2} in {frozenset([1, 2])})
show(lambda: {frozenset([1, 2])}.remove({3}))
