# input() with prompts; lines without their newline; the end of the input.
name = input("name? ")
print()
print(repr(name))
print(repr(input()), repr(input()))
try:
    input()
except EOFError as error:
    print(error)
