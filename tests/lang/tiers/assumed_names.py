"""Global functions, classes and builtins that are other ones while code runs that takes them for what they were."""


def helper(x):
    return x + 1


def other(x):
    return x + 100


class Plain:
    value = 1


TURNS = 4000
namespace = globals()


class Name:
    """A key that equals the name of a builtin."""

    def __hash__(self):
        return hash("len")

    def __eq__(self, key):
        return key == "len"


def change(i):
    step = TURNS // 10
    if i == step:
        namespace["helper"] = other
    elif i == 2 * step:
        exec("def helper(x): return x + 2", namespace)
    elif i == 3 * step:
        del namespace["helper"]
    elif i == 4 * step:
        namespace["helper"] = Plain
    elif i == 5 * step:
        namespace["helper"] = 5
    elif i == 6 * step:
        namespace.update(helper=other, len=lambda x: 50)
    elif i == 7 * step:
        namespace.pop("len")
    elif i == 8 * step:
        __builtins__.len = lambda x: 70
    elif i == 9 * step:
        __builtins__.len = LENGTH


LENGTH = len


def loop(n):
    answers = []
    for i in range(n):
        change(i)
        try:
            answer = helper(0), len("abc")
        except (NameError, TypeError) as error:
            answer = str(error)
        if isinstance(answer, tuple) and isinstance(answer[0], Plain):
            answer = "instance", answer[1]
        if not answers or answers[-1] != answer:
            answers.append(answer)
    return answers


for answer in loop(TURNS):
    print(answer)


def many(n):
    """New names come and others go: nothing changes for those in use."""
    total = 0
    for i in range(n):
        namespace["new%d" % (i % 50)] = i
        if i % 3 == 0:
            namespace.pop("new%d" % (i % 7), None)
        total += other(i) + len("ab")
    return total


print(many(TURNS))


def foreign(n):
    total = 0
    for i in range(n):
        if i == n // 2:
            namespace[Name()] = lambda x: 1000
        total += len("a")
    return total


print(foreign(TURNS))


def recursive(n):
    return n if n < 2 else recursive(n - 1) + recursive(n - 2)


print(recursive(15))
saved = recursive
recursive = lambda n: 7
print(saved(15))
