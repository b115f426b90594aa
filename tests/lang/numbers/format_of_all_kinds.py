# The format language of ints, floats, complex and str: which parts go together, and the words when they do not.
specs = ["", "d", "b", "#o", "#X", "c", "n", "f", "e", ".2g", "%", "s", "010", "=+10", "*^12", "^", ",", "_", ",d", "_x", "_b", ",x", ",b", "_c", ",s", "#_b", "08_b", "012,", "+,", " ,.2f", "z", "z.1f", "-z.1f", "#.0f", "#g", ".0g", ".3", "10.3", "<10", "=10", "0<10", "0=10", "<010", "+s", "=10s", "010s", ".2s", "#s", ",_", "_,", "..3", ".", "5.", "x5", "5x5", ">>5", "\u20ac^7", "\U0001f600<3d", "}", "#c", "+c", "5c", ".2c", ".3d", "n,", ",n", "a", "F", "E", "G", "!r", " ", "+ 5", "10000000000000000000000", ".10000000000000000000000", "{"]
values = [0, -5, 255, 10**20, True, 3.14159, -0.0, 1e100, float("nan"), float("-inf"), 2 - 3j, complex("nan+infj"), "text", "\U0001f600", 0x1F600]
for spec in specs:
    answers = []
    for value in values:
        try:
            answers.append(format(value, spec))
        except Exception as error:
            text = f"{type(error).__name__}: {error}"
            answers.append(("!" + text) if text not in answers else "same")
    print(ascii(spec), ascii(answers))
for value in ([], None, object, (1,), b"a", {}, range(3)):
    for spec in ("", "5", "s"):
        try:
            print(repr(value), repr(spec), format(value, spec))
        except TypeError as error:
            print(repr(value), repr(spec), error)
