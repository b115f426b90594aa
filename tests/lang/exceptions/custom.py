# Exception classes of one's own: extra state, str, inheritance, notes.
class AppError(Exception):
    code = 1

    def __init__(self, message, *, detail=None):
        super().__init__(message)
        self.detail = detail

    def __str__(self):
        return f"[{self.code}] {self.args[0]}"


class NotFound(AppError):
    code = 404


try:
    raise NotFound("page", detail={"id": 1})
except AppError as error:
    print(type(error).__name__, error, repr(error), error.detail, error.args)
    error.add_note("note one")
    error.add_note("note two")
    print(error.__notes__)
class Both(KeyError, AttributeError):
    pass


for kind in (KeyError, AttributeError, LookupError):
    try:
        raise Both("x")
    except kind as error:
        print(kind.__name__, error)
class Quiet(Exception):
    pass


print(str(Quiet()), repr(Quiet()), str(Quiet(1, 2)), Quiet("x") == Quiet("x"))
e = ValueError("t")
e.extra = "attribute"
print(e.extra, e.with_traceback(None) is e)
try:
    raise e
except ValueError as caught:
    print(caught is e, caught.__traceback__.tb_lineno)
