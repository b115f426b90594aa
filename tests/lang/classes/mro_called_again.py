# mro() of a metaclass: when it is asked, what it may give, what it sees of the class, and what happens when it fails.
log = []


class Meta(type):
    def mro(cls):
        log.append((cls.__name__, cls.__mro__ if cls.__mro__ is None else [c.__name__ for c in cls.__mro__], [b.__name__ for b in cls.__bases__]))
        return answer(cls, type.mro(cls))


def attempt(label, function):
    log.clear()
    try:
        print(label, "=>", function(), log)
    except Exception as error:
        print(label, "=>", type(error).__name__, error, log)


class Base:
    where = "Base"


class Other:
    where = "Other"


def make(new_answer, bases=(Base,)):
    global answer
    answer = new_answer
    cls = Meta("C", bases, {})
    return [c.__name__ for c in cls.__mro__], getattr(cls, "where", None)


attempt("plain", lambda: make(lambda cls, usual: usual))
attempt("reversed", lambda: make(lambda cls, usual: usual[::-1]))
attempt("without itself", lambda: make(lambda cls, usual: usual[1:]))
attempt("a foreign class", lambda: make(lambda cls, usual: [cls, Other, object]))
attempt("no object", lambda: make(lambda cls, usual: [cls, Base]))
attempt("twice", lambda: make(lambda cls, usual: usual + usual))
attempt("tuple", lambda: make(lambda cls, usual: tuple(usual)))
attempt("generator", lambda: make(lambda cls, usual: (c for c in usual)))
attempt("empty", lambda: make(lambda cls, usual: []))
attempt("not iterable", lambda: make(lambda cls, usual: 5))
attempt("no class", lambda: make(lambda cls, usual: [cls, 5]))
attempt("layout", lambda: make(lambda cls, usual: [cls, int, object]))
attempt("fails", lambda: make(lambda cls, usual: 1 / 0))
attempt("attributes inside", lambda: make(lambda cls, usual: [cls, type("Made", (), {"where": getattr(cls, "where", "nothing yet")}), object]))

answer = lambda cls, usual: usual
C = Meta("C", (Base,), {})
D = Meta("D", (C,), {})


def rebase():
    C.__bases__ = (Other,)
    return C.where, D.where, [c.__name__ for c in D.__mro__]


attempt("rebase", rebase)


def fail_below(cls, usual):
    if cls.__name__ == "D":
        raise ValueError("D refuses")
    return usual


def rebase_failing():
    global answer
    answer = fail_below
    C.__bases__ = (Base,)


attempt("failing below", rebase_failing)
print(C.where, D.where, [c.__name__ for c in C.__bases__], [c.__name__ for c in D.__mro__])
answer = lambda cls, usual: usual


def nested(cls, usual):
    global answer
    answer = lambda cls, usual: usual
    cls.__bases__ = (Other,)
    return usual


def rebase_inside():
    global answer
    answer = nested
    C.__bases__ = (Base,)
    return C.where, [c.__name__ for c in C.__bases__], [c.__name__ for c in C.__mro__]


attempt("assigned inside", rebase_inside)
print(D.where, D().where, issubclass(D, Other), issubclass(D, Base))
