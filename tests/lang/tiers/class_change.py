# A method changes its own class while a loop calls it: other methods, an instance attribute in their place, __class__.


class Counter:
    def __init__(self):
        self.value = 0

    def step(self):
        self.value += 1
        if self.value == 400:
            Counter.step = Counter.leap

    def leap(self):
        self.value += 10


class Slow(Counter):
    def step(self):
        self.value += 0.5


def run(counter, turns):
    marks = []
    for i in range(turns):
        counter.step()
        if i == 700:
            counter.__class__ = Slow
        if i == 900:
            counter.step = lambda: marks.append(i)
    return counter.value, len(marks), marks[-1]


print(run(Counter(), 1000))
