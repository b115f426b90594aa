"""Escape characters and quoting rules of the reader, one by one."""
import csv

lines = ["a\\,b,c", '"a\\"b",c', "a\\", '"a\\', "x\\\ny", "'a''b',c", 'a"b,c', '"a"b,c', " a , b", '"",""', "a\rb", ",,"]
for options in [{}, {"escapechar": "\\"}, {"quotechar": "'"}, {"quoting": csv.QUOTE_NONE, "escapechar": "\\"}, {"doublequote": False, "escapechar": "\\"}, {"skipinitialspace": True, "strict": True}]:
    print(options)
    for line in lines:
        try:
            print("  ", list(csv.reader([line], **options)))
        except csv.Error as error:
            print("  ", repr(line), error)
