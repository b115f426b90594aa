"""Set arithmetic and comparison."""

def error(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as problem:
        print(f"{type(problem).__name__}: {problem}")


import operator
a, b, f = {1, 2, 3}, {2, 3, 4}, frozenset({3, 5})
for op in (operator.or_, operator.and_, operator.sub, operator.xor, operator.lt, operator.le, operator.eq, operator.ne,
           operator.gt, operator.ge):
    print(op.__name__, op(a, b), op(a, f), op(f, a), op(a, a))
    error(op, a, [1])
print(type(a | f).__name__, type(f | a).__name__)
print(a.union([9], (8,)), a.intersection([1, 2], [2]), a.difference([1], [2]), a.symmetric_difference([1, 9]))
print(a.union(), a.intersection(), a.difference(), a.issubset(range(9)), a.issuperset([1]), a.isdisjoint([9]), a.isdisjoint(a))
for method in (a.union, a.intersection, a.difference, a.issubset, a.issuperset, a.isdisjoint):
    error(method, 5)
a |= {7}
a &= {1, 2, 7}
a -= {1}
a ^= {7, 8}
print(a)
a -= a
print(a)
try:
    a |= [1]
except TypeError as problem:
    print(problem)
class Sub(set):
    pass
sub = Sub([1])
sub.x = 1
print(sub, repr(Sub()), type(sub | {2}).__name__, type(sub.copy()).__name__, sub == {1}, {1} <= sub)
