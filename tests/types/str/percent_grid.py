# The % operator over flags, widths, precisions, lengths and types: a digest of all results and a count of each error.
import itertools
def digest(rows):
    total = 0
    for row in rows:
        for character in row:
            total = (total * 131 + ord(character)) % (2**61 - 1)
    return total
values = {"d": [0, -5, 3.99, True, 2**70], "i": [7], "u": [7, -7], "x": [255, -255], "X": [255], "o": [8, -8], "c": [65, "z", "\U0001f40d"], "s": ["text", None, 3.5, b"b"], "r": ["it's", "\xe9"], "a": ["\xe9\U0001f40d"], "e": [0.0, 12345.678, -1e-9], "E": [1e100], "f": [2.5, -0.0, 1e15], "F": [float("nan")], "g": [1e-5, 123456789.0], "G": [float("inf")]}
for kind, items in values.items():
    for form in (str, bytes):
        rows, errors = [], {}
        for flags, width, precision, length in itertools.product(["", "-", "+", "#", "0", "+ ", "-#+0 "], ["", "9"], ["", ".0", ".2"], ["", "l"]):
            spec = f"%{flags}{width}{precision}{length}{kind}"
            for item in items:
                try:
                    if form is str:
                        rows.append(spec % (item,))
                    else:
                        rows.append((spec.encode() % (item,)).decode("latin-1"))
                except Exception as error:
                    text = f"{type(error).__name__}: {error}"
                    errors[text] = errors.get(text, 0) + 1
        print(kind, form.__name__, len(rows), digest(rows), sorted(errors.items()))
for template, arguments in (("%*d|%-*d", (5, 1, 5, 2)), ("%.*f", (2, 3.14159)), ("%(a)s %(b)05d", {"a": 1, "b": 2}), ("%%", ()), ("%s", ((1, 2),)), ("%s %s", "ab"), ("%d", "1"), ("%", 1), ("%(a", {}), ("%(a)s", 3), ("%z", 1), ("%*d", ("x", 1)), ("%s", ()), ("", 1), ("", {}), ("%(x)s", {}), ("%d%", 1), ("%c", 0x110000), ("%c", "ab"), ("%x", 1.5), ("%.99999999999d", 1), ("%5%", ())):
    try:
        print(repr(template), repr(template % arguments))
    except Exception as error:
        print(repr(template), type(error).__name__, error)
