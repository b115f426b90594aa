# Notes, a message of several lines, and an error whose str fails.
class Broken(Exception):
    def __str__(self):
        raise RuntimeError("no str")


try:
    raise Broken
except Broken as error:
    try:
        str(error)
    except RuntimeError as inner:
        print(inner, repr(inner.__context__))
error = ValueError("line one\nline two")
error.add_note("a note")
error.add_note("another\nnote")
raise error
