"""Dialects: options, the registry, the field limit."""
import csv

csv.register_dialect("mine", delimiter=";", quotechar=None)
mine = csv.get_dialect("mine")
print(csv.list_dialects(), mine.delimiter, mine.quotechar, mine.quoting, repr(mine.lineterminator), mine.strict, mine.escapechar)


class Pipes(csv.Dialect):
    delimiter = "|"
    quotechar = "'"
    lineterminator = "\n"
    quoting = csv.QUOTE_MINIMAL


print(list(csv.reader(["'a|b'|c"], Pipes)), list(csv.reader(["a;b"], "mine")), csv.reader([], Pipes).dialect.quotechar)
csv.unregister_dialect("mine")
print(csv.field_size_limit(), csv.field_size_limit(5), csv.field_size_limit())
for options in [
    {"delimiter": ""}, {"delimiter": "ab"}, {"delimiter": None}, {"delimiter": 5}, {"quotechar": "ab"}, {"quotechar": 5},
    {"quotechar": None, "quoting": csv.QUOTE_ALL}, {"quoting": 9}, {"quoting": "a"}, {"escapechar": "ab"}, {"lineterminator": None},
    {"lineterminator": 5}, {"other": 1},
]:
    try:
        csv.reader([], **options)
    except TypeError as error:
        print(options, error)
for call in [lambda: csv.get_dialect("mine"), lambda: csv.unregister_dialect("mine"), lambda: csv.register_dialect(5), lambda: list(csv.reader(["abcdef"])), lambda: csv.field_size_limit("a")]:
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
csv.field_size_limit(131072)
