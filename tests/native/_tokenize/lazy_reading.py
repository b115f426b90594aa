"""A line is read only when its tokens are asked for."""
from _tokenize import TokenizerIter


def endless():
    number = 0
    while True:
        number += 1
        print("  reading line", number)
        yield f"x{number} = '''{number}\n" if number % 3 == 0 else "y'''\n" if number % 3 == 1 and number > 1 else f"f({number})\n"


tokens = TokenizerIter(endless().__next__, extra_tokens=True)
for _ in range(14):
    print(next(tokens))


def breaks():
    yield "a = 1\n"
    yield "b = (\n"
    raise ValueError("lost")


try:
    for token in TokenizerIter(breaks().__next__, extra_tokens=True):
        print(token[:2])
except ValueError as error:
    print(error)
