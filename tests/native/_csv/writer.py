"""Writing records: what is quoted, what is escaped."""
import csv
import io

records = [[1, "a", None, 2.5], ["a,b", 'q"q', "x\ny", ""], [None], [""], [], [" x", "\t"], [True, 10**20], ["\r"]]
for options in [
    {}, {"quoting": csv.QUOTE_ALL}, {"quoting": csv.QUOTE_NONNUMERIC}, {"quoting": csv.QUOTE_NONE, "escapechar": "\\"},
    {"quoting": csv.QUOTE_STRINGS}, {"quoting": csv.QUOTE_NOTNULL}, {"quoting": csv.QUOTE_NONE}, {"delimiter": "|", "quotechar": "'"},
    {"doublequote": False}, {"doublequote": False, "escapechar": "\\"}, {"lineterminator": "\n"},
]:
    print(options)
    for record in records:
        file = io.StringIO(newline="")
        try:
            csv.writer(file, **options).writerow(record)
            print(ascii(file.getvalue()))
        except csv.Error as error:
            print(record, error)
writer = csv.writer(io.StringIO())
print(writer.writerow("abc"), writer.writerows([[1], [2]]))
for call in [lambda: writer.writerow(5), lambda: writer.writerows(5), lambda: csv.writer(5), lambda: csv.writer()]:
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
