# Chained comparisons evaluate each operand once and stop at the first false one.
def show(x):
    print("eval", x)
    return x


print(show(1) < show(2) < show(3))
print(show(1) > show(2) > show(3))
print(1 < 2 > 1 != 3 == 3.0)
print(1 == 1.0 == True, 0 == False, "" == 0, None == 0)
print([1, 2] < [1, 3], (1, 2) < (1, 2, 0), "a" < "b" <= "b")
print([1] == (1,), {1} == frozenset({1}), {1: 2} == {1.0: 2.0})
print(1 in [1, 2] in [[1, 2]], "a" not in "bcd")
nan = float("nan")
print(nan == nan, nan in [nan], [nan] == [nan], nan != nan)
for pair in ((1, "a"), ([], ()), (1j, 2j), (None, None)):
    try:
        print(pair[0] < pair[1])
    except TypeError as error:
        print(error)
