"""Reading records."""
import csv
import io


def rows(text, **options):
    return list(csv.reader(io.StringIO(text, newline=""), **options))


for text in ["a,b,c\n1,2,3\n", '"a","b""c"\n', 'x,"two\nlines",y\n', "a,,\n", "\n", "", "a\r\nb\rc", '"a" x\n', "\n\na\n", 'a, "b"\n']:
    print(repr(text), rows(text))
print(rows("'a,b',c\n", quotechar="'"), rows("a|b", delimiter="|"), rows("a\\,b,c", escapechar="\\"))
print(rows("1,2.5,'x'\n", quoting=csv.QUOTE_NONNUMERIC, quotechar="'"), rows('"a",b', quoting=csv.QUOTE_NONE))
print(rows("a, b", skipinitialspace=True), rows('"a""b"', doublequote=False, escapechar="\\"), rows("a;b", dialect="excel", delimiter=";"))
reader = csv.reader(['a,"b', 'c",d', "e"])
print(next(reader), reader.line_num, next(reader), reader.line_num, iter(reader) is reader)
for call in [
    lambda: rows('"a"b\n', strict=True),
    lambda: rows('"a\n', strict=True),
    lambda: list(csv.reader(["a\nb"])),
    lambda: list(csv.reader([b"a"])),
    lambda: rows("x\n", quoting=csv.QUOTE_NONNUMERIC),
    lambda: csv.reader(5),
    lambda: csv.reader(),
]:
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
