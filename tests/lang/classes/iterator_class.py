# A class may be its own iterator, make a fresh one each time, or be a generator method.
class Once:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        self.n -= 1
        if self.n < 0:
            raise StopIteration
        return self.n


class Many:
    def __init__(self, *items):
        self.items = items

    def __iter__(self):
        yield from self.items
        yield "end"


once, many = Once(2), Many(1, 2)
print(list(once), list(once), list(many), list(many))
print([x + y for x in Many("a") for y in Many("b")], dict(zip(Many("k"), Once(5))), "end" in many, max(Many(3, 9)) if False else len([*many]))


class Tree:
    def __init__(self, value, *children):
        self.value, self.children = value, children

    def __iter__(self):
        yield self.value
        for child in self.children:
            yield from child

    def depth_first(self, level=0):
        yield level, self.value
        for child in self.children:
            yield from child.depth_first(level + 1)


tree = Tree("root", Tree("a", Tree("a1"), Tree("a2")), Tree("b"))
print(list(tree), " ".join(f"{'-' * level}{value}" for level, value in tree.depth_first()))
first, *_, last = tree
print(first, last, len(list(tree)), "a2" in tree)
