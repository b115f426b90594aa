# The format mini-language for ints, floats and strings.
for spec in ("", "d", "5", "<5", ">5", "^5", "*^7", "05", "+", " ", "x", "#X", "o", "#b", ",", "_", "_x", "+,", "c", "n", "e", ".2f", "%", "08.3f"):
    print(f"{spec:6}|{format(97, spec)}|{format(-97, spec) if spec != 'c' else ''}|")
for spec in ("", ".2f", "e", ".3e", "g", ".2g", "G", "%", ".1%", "10.2f", "<10", "+.1f", ",.2f", "010.2f", "#.0f", "n", "_.1f", " f", "z.1f"):
    print(f"{spec:6}|{format(1234.5678, spec)}|{format(-0.04, spec)}|")
for value in (1e100, 1e-7, float("inf"), float("nan"), -0.0, 0.1, 123456789.0, 1e16, 5e-324):
    print(value, f"{value:.3}", f"{value:g}", f"{value:10.1f}|"[:24])
for spec in ("", "s", "10", "<10", ">10", "^10", ".2", "-^10.3", "010"):
    print(f"{spec:7}|{format('héllo', spec)}|")
for value, spec in ((1, "s"), (1.5, "d"), ("a", "+"), ("a", "=5"), (1, ".2"), (1, ",_"), (1.5, "c"), (1, "5 5"), ("a", ",")):
    try:
        format(value, spec)
        print("worked", value, spec)
    except ValueError as error:
        print(error)
