# Wrong numbers and kinds of arguments where CPython parses them by hand: super, exception groups, Unicode errors.
import sys


def attempt(function, *args, **kwargs):
    try:
        print(" ", function(*args, **kwargs))
    except Exception as error:
        print(" ", type(error).__name__, error)


print("super")
attempt(super, 1, 2, 3)
attempt(super, int, 1, 2, 3)
attempt(super, type=int)
attempt(super, 1)
attempt(super, int, "a")
attempt(super)
print("groups")
errors = [ValueError(1)]
for group in (ExceptionGroup, BaseExceptionGroup):
    for args in ((), ("a",), ("a", errors, 2), (1, errors), ("a", 3), ("a", []), ("a", [1]), ("a", {1: 2}), ("a", set(errors))):
        attempt(group, *args)
    attempt(group, message="a")
    attempt(group, "a", errors, key=1)
    attempt(group, "a", exceptions=errors)
attempt(ExceptionGroup, "a", [KeyboardInterrupt()])
print("Unicode errors")
for kind in (UnicodeEncodeError, UnicodeDecodeError):
    for args in (
        (),
        ("a",),
        (1, 2, 3, 4, 5),
        ("a", "b", 1, 2),
        ("a", "b", 1, 2, "c", 4),
        ("a", b"b", 1, 2, "r"),
        ("a", "b", 1, 2, "r"),
        ("a", "b", 1.5, 2, "r"),
        ("a", "b", 1, "2", "r"),
        ("a", "b", 1, 2, 3),
        ("a", "b", 2**70, 2, "r"),
    ):
        attempt(kind, *args)
    attempt(kind, encoding="a")
for args in ((), ("a",), (1, 2, 3, 4), ("b", 1, 2, "r"), ("b", 1, 2, 3), ("b", "c", 2, "r"), ("b", 1, 2, "r", 5)):
    attempt(UnicodeTranslateError, *args)
error = UnicodeEncodeError("ascii", "abc", 1, 2, "why")
for name, value in (("start", 2**80), ("start", "x"), ("end", None), ("end", True), ("reason", 5), ("encoding", b"")):
    attempt(setattr, error, name, value)
for name in ("start", "reason", "object"):
    attempt(delattr, error, name)
print("names of codecs")
for arguments in (("\ud800",), ("a\0b",), ("utf8", "\udfff"), ("utf8", "a\0"), ("nope",), ("utf8", "nope"), (None,), ("ascii", 3)):
    for function in ("\xe9".encode, b"\xe9".decode, bytearray(b"\xe9").decode):
        attempt(function, *arguments)
    for kind in (str, bytes, bytearray):
        attempt(kind, b"\xe9" if kind is str else "\xe9", *arguments)
for kind in (bytes, bytearray):
    attempt(kind, {1}, "\ud800")
    attempt(kind, 1, "x")
    attempt(kind, encoding="x")
    attempt(kind, b"", errors="x")
attempt(sum, None, "x")
attempt(sum, [], b"x")
attempt(sorted, None, foo=1)
attempt(sorted, [1], foo=1)
for start in (-(2**70), 2**70, -sys.maxsize - 1):
    attempt(lambda: bytearray(b"abc")[::start])
