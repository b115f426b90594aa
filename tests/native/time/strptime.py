"""strptime undoes strftime."""
import time

for text, pattern in [
    ("2024-02-29 13:05:09", "%Y-%m-%d %H:%M:%S"),
    ("29 Feb 24", "%d %b %y"),
    ("Thu Feb  9 03:04:05 2023", "%a %b %d %H:%M:%S %Y"),
    ("11:30 PM", "%I:%M %p"),
    ("2024 060", "%Y %j"),
]:
    print(tuple(time.strptime(text, pattern)))
for text, pattern in [("x", "%Y"), ("2024-13-01", "%Y-%m-%d"), ("2024", "%Q"), ("2024 rest", "%Y")]:
    try:
        time.strptime(text, pattern)
    except ValueError as error:
        print(error)
