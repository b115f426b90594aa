# list.index, count, remove and `in`: bounds of every kind, elements that lie about equality, lists that change while searched.
def show(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
items = [0, 1, 2, 1, 0, 1.0, True, "1"]
for bounds in ((), (1,), (2,), (-3,), (-100,), (100,), (2, 3), (2, 4), (-6, -4), (0, -100), (4, 2), (-2**100,), (0, 2**100)):
    show(lambda: items.index(1, *bounds))
show(lambda: items.count(1))
show(lambda: items.index(1, None))
show(lambda: items.index(1, 0, None))
show(lambda: items.index(1, 1.5))
show(lambda: items.index("2"))
show(lambda: items.remove("2"))
show(lambda: items.index())
nan = float("nan")
print([nan].index(nan), nan in [nan], [nan].count(nan), float("nan") in [nan])
class Liar:
    def __init__(self, answer):
        self.answer = answer
    def __eq__(self, other):
        print("eq", other)
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer
show(lambda: [1, 2].index(Liar(True)))
show(lambda: [1, 2].count(Liar([])))
show(lambda: [Liar("yes"), 2].index(5))
show(lambda: Liar(ValueError("no")) in [7])
class Clears:
    def __repr__(self):
        return "Clears"
    def __eq__(self, other):
        victim.clear()
        return False
victim = [1, 2, 3]
show(lambda: victim.index(Clears()))
victim = [1, 2, 3]
show(lambda: (Clears() in victim, victim))
victim = [1, 2, 3]
show(lambda: victim.remove(Clears()))
class Grows:
    def __eq__(self, other):
        if len(victim) < 6:
            victim.append(0)
        return False
victim = [1]
show(lambda: (victim.count(Grows()), victim))
class ClearsTrue:
    def __eq__(self, other):
        victim.clear()
        return True
victim = [1, 2, 3]
show(lambda: (victim.remove(ClearsTrue()), victim))
