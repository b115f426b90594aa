# Format specifications that numbers refuse, and the texts of the refusals.
def show(value, spec):
    try:
        print(repr(value), repr(spec), repr(format(value, spec)))
    except (ValueError, OverflowError, TypeError) as error:
        print(repr(value), repr(spec), type(error).__name__, error)


for value in (3, 3.5, True, 2j):
    for spec in ["s", "d", "c", "q", ",_", "_,", ",,", "__", ",x", "_x", ",b", ",c", ",n", "_n", ".2d", ".d", ".", "10.", "+c", "#c", "+s", "=10", "^=10", "zd", "z", "zx", "0=10", "010", "<010", "-", "--", "#", "#x", " ", "1000000000000000000000", ".1000000000000000000000", "é", "xx", "d ", "..3", "1.2.3", "%d", "\x00", "{}", "!r", "10s", ",.2e", ",g", ",%", "_E", "n"]:
        show(value, spec)
