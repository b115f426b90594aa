# csv: readers, writers, dialects, dictionaries, sniffing, errors.
import csv
import io

text = 'name,qty,note\r\n"Smith, J",3,"said ""hi"""\r\nLee,5,"two\r\nlines"\r\n,,\r\n\r\nend,1,x\r\n'
rows = list(csv.reader(io.StringIO(text, newline="")))
print(rows)
for row in csv.DictReader(io.StringIO(text, newline="")):
    print(row)
print(list(csv.DictReader(["1,2,3", "4"], fieldnames=["a", "b"], restkey="more", restval="-")))
out = io.StringIO(newline="")
writer = csv.writer(out)
print(writer.writerow(["a", 1, 2.5, None, True, "x,y", 'q"q', "line\nbreak", " lead", ""]), writer.writerows([[1], [""], []]))
print(repr(out.getvalue()))
for quoting in (csv.QUOTE_MINIMAL, csv.QUOTE_ALL, csv.QUOTE_NONNUMERIC, csv.QUOTE_NONE, csv.QUOTE_STRINGS, csv.QUOTE_NOTNULL):
    out = io.StringIO()
    csv.writer(out, quoting=quoting, escapechar="\\", lineterminator="\n", delimiter=";").writerow(["a;b", 1, 'c"d', None, 2.5, ""])
    print(quoting, out.getvalue(), end="")
out = io.StringIO()
dict_writer = csv.DictWriter(out, ["id", "name"], extrasaction="ignore", restval="?")
dict_writer.writeheader()
dict_writer.writerow({"id": 1, "name": "x", "zzz": 2})
dict_writer.writerows([{"id": 2}])
print(repr(out.getvalue()))
try:
    csv.DictWriter(out, ["a"]).writerow({"b": 1})
except ValueError as error:
    print(error)


class Pipes(csv.Dialect):
    delimiter = "|"
    quotechar = "'"
    doublequote = False
    escapechar = "^"
    lineterminator = "\n"
    quoting = csv.QUOTE_MINIMAL
    skipinitialspace = True


csv.register_dialect("pipes", Pipes)
csv.register_dialect("semi", delimiter=";", strict=True)
print(csv.list_dialects(), csv.get_dialect("pipes").delimiter, csv.get_dialect("semi").lineterminator.encode())
out = io.StringIO()
csv.writer(out, "pipes").writerow(["a|b", "it's", "plain^"])
print(out.getvalue(), list(csv.reader(io.StringIO(out.getvalue()), "pipes")), list(csv.reader(["a|  b|'c|d'"], dialect=Pipes)))
csv.unregister_dialect("semi")
print(list(csv.reader(["1,'a',2.5"], quoting=csv.QUOTE_NONNUMERIC, quotechar="'")), list(csv.reader(["a\tb"], csv.excel_tab)), list(csv.reader(["'a', b"], quotechar="'", skipinitialspace=True)))
reader = csv.reader(["a,b", '"x', 'y",z'])
print(next(reader), reader.line_num, next(reader), reader.line_num, reader.dialect.quotechar)
sample = "name;age;city\nBob;31;Paris\nAl;25;Rome\n"
dialect = csv.Sniffer().sniff(sample)
print(dialect.delimiter, csv.Sniffer().has_header(sample), list(csv.reader(io.StringIO(sample), dialect))[1])
for action in (lambda: csv.get_dialect("none"), lambda: list(csv.reader(['"a"b'], strict=True)), lambda: list(csv.reader(['"abc'], strict=True)), lambda: csv.reader([], delimiter=",,"), lambda: csv.writer(io.StringIO(), quoting=csv.QUOTE_NONE).writerow(["a,b"]), lambda: csv.writer(io.StringIO()).writerow(5), lambda: list(csv.reader([1])), lambda: csv.writer(3), lambda: list(csv.reader([b"x"])), lambda: csv.reader([], delimiter=1), lambda: csv.reader([], quoting=9), lambda: csv.register_dialect(1), lambda: csv.reader([], nope=1)):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
print(csv.field_size_limit(10), csv.field_size_limit())
try:
    list(csv.reader(["x" * 11]))
except csv.Error as error:
    print(error)
