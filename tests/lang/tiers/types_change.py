# Variables change their type inside hot loops: int to float, to a big int and back, str, list, a user's class.


class Twice:
    def __init__(self, value):
        self.value = value

    def __add__(self, other):
        return Twice(self.value + 2 * other)


def add_all(start, items):
    total = start
    for item in items:
        total = total + item
    return total


def double(n):
    x = 1
    shown = []
    for i in range(n):
        x = x * 2 if x < 2**80 else 1
        if i % 37 == 0:
            shown.append(x)
    return shown


for _ in range(3):
    print(add_all(0, range(300)))
    print(add_all(0.5, range(300)))
    print(add_all(2**60, range(300)))
    print(add_all(0, [0.1] * 300))
    print(add_all(Twice(1), range(300)).value)
    print(len(add_all("", ["ab"] * 300)))
    print(double(300))
try:
    add_all(0, [1] * 300 + ["x"])
except TypeError as error:
    print(error, error.__traceback__.tb_next.tb_lineno, error.__traceback__.tb_next.tb_frame.f_locals["item"])
