# round(int, n): negative places round half to even at any size, positive ones change nothing, odd arguments are refused.
def show(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
for value in (0, 4, 5, 6, 14, 15, 16, 25, 35, 45, 55, 149, 150, 151, 250, 1234567, 10**20 + 5 * 10**9):
    print(value, [round(sign * value, -n) for sign in (1, -1) for n in (0, 1, 2, 3, 10)])
print(round(15, 5), round(15, 10**10), round(15, -3), round(5 * 10**19, -20), round(15 * 10**19, -20), round(-25 * 10**30, -31))
print(round(True), type(round(True)), round(True, -1), round(True, 2), type(round(True, 2)))
class I(int):
    pass
print(type(round(I(15))), type(round(I(15), -1)), type(round(I(15), 1)), round(I(15), None))
class Index:
    def __index__(self):
        return -1
show(lambda: round(15, Index()))
show(lambda: round(15, 1.0))
show(lambda: round(15, "1"))
show(lambda: round(15, None))
show(lambda: (15).__round__(None))
show(lambda: round())
show(lambda: round(15, ndigits=-1))
show(lambda: round(number=25, ndigits=-1))
class NoRound:
    pass
show(lambda: round(NoRound()))
class OddRound:
    def __round__(self, *args):
        return ("rounded", args)
show(lambda: round(OddRound()))
show(lambda: round(OddRound(), None))
show(lambda: round(OddRound(), 3))
