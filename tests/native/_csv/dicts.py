"""DictReader, DictWriter and Sniffer on top."""
import csv
import io

for row in csv.DictReader(io.StringIO("a,b\n1,2\n3\n4,5,6\n"), restkey="rest", restval="none"):
    print(row)
out = io.StringIO()
writer = csv.DictWriter(out, ["x", "y"], restval="-", lineterminator="\n")
writer.writeheader()
writer.writerows([{"x": 1}, {"y": "a,b", "x": 2}])
print(repr(out.getvalue()))
try:
    writer.writerow({"z": 1})
except ValueError as error:
    print(error)
sniffed = csv.Sniffer().sniff("a;b;c\n1;2;3\n4;5;6\n")
print(sniffed.delimiter, sniffed.quotechar, csv.Sniffer().has_header("name,age\nann,5\nbob,7\n"))
