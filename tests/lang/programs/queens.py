# Eight queens by backtracking with generators.
def queens(n, row=0, columns=(), rising=(), falling=()):
    if row == n:
        yield columns
        return
    for column in range(n):
        if column not in columns and row + column not in rising and row - column not in falling:
            yield from queens(n, row + 1, columns + (column,), rising + (row + column,), falling + (row - column,))


solutions = list(queens(6))
print(len(solutions), solutions[0], sum(1 for _ in queens(7)))
for column in next(queens(8)):
    print("." * column + "Q" + "." * (7 - column))
