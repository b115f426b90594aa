"""ContextVar: get, set, reset and their errors."""
from contextvars import ContextVar, Token


def show(function, *args, **kwargs):
    try:
        return print(repr(function(*args, **kwargs)))
    except LookupError as error:
        return print(type(error).__name__, error.args[0] in (plain, other))
    except Exception as error:
        print(type(error).__name__, str(error).split(" at 0x")[0])


plain, other = ContextVar("plain"), ContextVar("other", default=5)
show(plain.get)
show(plain.get, 3)
show(other.get)
show(other.get, 7)
token = plain.set(10)
show(plain.get)
show(lambda: (token.old_value, token.var is plain, Token.MISSING, plain.name))
show(plain.reset, token)
show(plain.reset, token)
show(plain.get)
show(plain.reset, 1)
show(other.reset, plain.set(1))
show(ContextVar)
show(ContextVar, 1)
show(ContextVar, "a", 1)
show(ContextVar, "a", x=1)
show(lambda: type("X", (ContextVar,), {}))
show(Token)
show(lambda: hash(token))
show(lambda: ContextVar[int])
show(plain.get, default=1)
