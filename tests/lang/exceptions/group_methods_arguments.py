# What split, subgroup and derive say of their arguments; ExceptionGroup is a class that can be changed.
def attempt(label, function):
    try:
        print(label, "=>", function())
    except Exception as error:
        print(label, "=>", type(error).__name__, error)


group = ExceptionGroup("g", [ValueError(1), ExceptionGroup("h", [OSError(2), KeyError(3)])])
for name in ("split", "subgroup", "derive"):
    method = getattr(group, name)
    for args in [(), (1, 2), (5,), (ValueError, TypeError), ([],), ([ValueError()],), ("ab",), (int,), ((ValueError, int),), ((),), (lambda e: 1 / 0,)]:
        attempt(f"{name}{args if not args or not callable(args[0]) else '(f)'}", lambda: method(*args))
    attempt(name + " keyword", lambda: method(condition=ValueError))
print(group.split(lambda error: isinstance(error, KeyError)))
print(group.subgroup(lambda error: not isinstance(error, ExceptionGroup)))


class Deriving(ExceptionGroup):
    def derive(self, exceptions):
        return self.answer(exceptions)


for answer in (lambda e: 5, lambda e: ValueError(), lambda e: ExceptionGroup("new", e[:1]), lambda e: Deriving("d", e)):
    deriving = Deriving("d", [ValueError(1), ValueError(2), TypeError(3)])
    deriving.answer = answer
    attempt("derive", lambda: deriving.split(ValueError))

ExceptionGroup.color = "red"
print(group.color, ExceptionGroup.__module__, "__weakref__" in vars(ExceptionGroup), "__weakref__" in vars(BaseExceptionGroup))
del ExceptionGroup.color
attempt("deleted", lambda: group.color)
attempt("base", lambda: setattr(BaseExceptionGroup, "color", 1))
attempt("item", lambda: group.__class__.__setitem__)


def assign(key):
    group[key] = 1


attempt("large index", lambda: assign(10**20))
attempt("text index", lambda: assign("a"))
print([base.__name__ for base in ExceptionGroup.__mro__])
