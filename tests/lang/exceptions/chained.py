# Exceptions chained by "from", implicitly, and suppressed; the last one ends the program.
import json


def parse(text):
    try:
        return int(text)
    except ValueError as error:
        raise KeyError(text) from error


try:
    parse("x")
except KeyError as error:
    print(repr(error), repr(error.__cause__), error.__suppress_context__)

try:
    try:
        1 / 0
    except ZeroDivisionError:
        raise LookupError("hidden") from None
except LookupError as error:
    print(repr(error.__context__), error.__cause__, error.__suppress_context__)

try:
    json.loads("[1,")
except ValueError:
    parse("last")
