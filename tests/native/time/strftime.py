"""strftime in the C locale."""
import time

moments = [
    (2024, 2, 29, 0, 5, 9, 3, 60, 0),
    (1999, 12, 31, 23, 59, 60, 4, 365, 0),
    (2021, 1, 1, 12, 0, 0, 4, 1, 0),
    (2005, 1, 2, 13, 1, 1, 6, 2, 0),
]
for moment in moments:
    print(time.strftime("%a %A %b %B %d %e %H %I %j %m %M %p %S %U %w %W %y %Y %%", moment))
    print(time.strftime("%G-W%V-%u | %D | %F | %R | %T | %x | %X | %C | %h", moment))
print(time.strftime("", moments[0]), time.strftime("plain \u20ac %Y", moments[0]))
for bad in [(2024, 13, 1, 0, 0, 0, 0, 1, 0), (2024, 1, 32, 0, 0, 0, 0, 1, 0), (2024, 1, 1, 24, 0, 0, 0, 1, 0), (1, 2), "x"]:
    try:
        print(time.strftime("%Y", bad))
    except Exception as error:
        print(type(error).__name__, error)
