# Reads numbers from standard input, line by line.
import sys

first = input()
print("first:", first)
total = 0
for number, line in enumerate(sys.stdin, 2):
    try:
        total += int(line)
    except ValueError:
        print(f"line {number}: {line.strip()!r} is no number")
print("total:", total)
try:
    input("prompt> ")
except EOFError as error:
    print()
    print(type(error).__name__, error)
