"""Something of everything that a listing shows in its own way."""
import os.path as path
from sys import argv, exit


class Stack[Item](list):
    limit: int = 3

    def push(self, item: Item, *more, flag=False, **options) -> None:
        super().append(item)
        self.top = item
        del options["x"]
        return self.limit if flag else more[1:2]


def closure(a, b=1):
    def inner():
        nonlocal a
        a += b
        return f"{a!r:>{b}} {b} {a:x}"

    return inner


def generate(items):
    total = 0
    for index, item in enumerate(items):
        try:
            if item is None or not item <= 3:
                continue
            total = yield {index: item, **{}}
        except (ValueError, KeyError) as error:
            raise RuntimeError("bad") from error
        finally:
            print(total, sep="", end="\n")
    while total and items:
        total -= 1
    return [x * 2 for x in items if x not in (1, 2, 3)]


async def run(manager):
    async with manager as value:
        async for each in value:
            await each
    match value:
        case {"a": [first, *rest], **others} if first:
            return first, rest, others
        case Stack(limit=3) | None:
            pass


with open(path.join(*argv)) as file:
    lambda: (yield)
assert file, "closed"
