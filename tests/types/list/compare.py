"""Comparing lists."""

def error(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as problem:
        print(f"{type(problem).__name__}: {problem}")


import operator
pairs = [([1, 2], [1, 3]), ([1, 2], [1, 2]), ([1], [1, 2]), ([], []), ([1, "a"], [2, 1]), ([[1]], [[1.0]]), ([1], (1,))]
for left, right in pairs:
    for op in (operator.lt, operator.le, operator.eq, operator.ne, operator.gt, operator.ge):
        error(op, left, right)
error(operator.lt, [1, "a"], [1, 2])
class Odd:
    def __eq__(self, other):
        return "odd"
    def __lt__(self, other):
        return "less"
print([Odd()] == [1], [Odd()] < [1], [1, 2] < [1])
