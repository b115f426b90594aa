# A sudoku solver by elimination and search.
PUZZLE = "53..7....6..195....98....6.8...6...34..8.3..17...2...6.6....28....419..5....8..79"
PEERS = []
for cell in range(81):
    row, column = divmod(cell, 9)
    box = {(row // 3 * 3 + i) * 9 + column // 3 * 3 + j for i in range(3) for j in range(3)}
    PEERS.append(({row * 9 + k for k in range(9)} | {k * 9 + column for k in range(9)} | box) - {cell})


def solve(board, guesses=0):
    best = None
    for cell in range(81):
        if board[cell] == 0:
            options = [d for d in range(1, 10) if all(board[p] != d for p in PEERS[cell])]
            if best is None or len(options) < len(best[1]):
                best = cell, options
                if len(options) <= 1:
                    break
    if best is None:
        return board, guesses
    cell, options = best
    for digit in options:
        result = solve(board[:cell] + [digit] + board[cell + 1 :], guesses + (len(options) > 1))
        if result:
            return result
    return None


board, guesses = solve([int(c) if c != "." else 0 for c in PUZZLE])
for row in range(9):
    print(" ".join(map(str, board[row * 9 : row * 9 + 9])))
print(guesses, sum(board))
print(solve([5, 5] + [0] * 79) if False else "done")
