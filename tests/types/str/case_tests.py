"""str: islower, isupper, istitle."""


def show(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


show(lambda: "a".istitle())
show(lambda: "Aa Bb".istitle())
show(lambda: "AA".istitle())
show(lambda: "ǅ".istitle())
show(lambda: "a1b".istitle())
show(lambda: "A1B".istitle())
show(lambda: "A b".istitle())
show(lambda: "A".isupper())
show(lambda: "\U00010400".isupper())
show(lambda: "ª".islower())
