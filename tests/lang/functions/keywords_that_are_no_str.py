# ** of dicts with keys that are no str: a key that comes twice is told first.
def f(**k):
    return k


def t(what):
    try:
        print(what())
    except TypeError as error:
        print(error)


t(lambda: f(**{1: 3}, **{1: 5}))
t(lambda: f(**{1: 3}, **{2: 5}))
t(lambda: f(**{1: 3}))
t(lambda: f(a=1, **{1: 3}, b=2))
t(lambda: f(a=1, **{'a': 3}))
t(lambda: f(**{'a': 3}, **{'a': 4}))
t(lambda: f(**{(1, 2): 3}, **{(1, 2): 4}))
t(lambda: dict(**{1: 3}))
t(lambda: dict(**{1: 3}, **{1: 4}))
t(lambda: f(**[1]))
t(lambda: f(**5, **{1: 2}))
