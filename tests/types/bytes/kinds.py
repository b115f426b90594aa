"""bytes: what kind of characters there are."""


def show(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


show(lambda: b"hello world".title())
show(lambda: b"hELLO".capitalize())
show(lambda: b"a".isalpha(1))
show(lambda: b"a".isascii())
show(lambda: b"".isascii())
show(lambda: b"".islower())
show(lambda: b"Ab c".swapcase())
show(lambda: b"Ab1".istitle())
show(lambda: b" \x0b".isspace())
show(lambda: b"\x1c".isspace())
