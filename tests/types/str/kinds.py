"""str: what kind of characters there are."""


def show(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


show(lambda: "a".isalpha(1))
show(lambda: "\U00010000".isalpha())
show(lambda: "中文".isalpha())
show(lambda: "a\n".isprintable())
show(lambda: "".isprintable())
show(lambda: "\ud800".isprintable())
show(lambda: "½".isnumeric())
show(lambda: "Ⅷ".isnumeric())
show(lambda: "²".isdigit())
show(lambda: "\U0001d7ce".isdigit())
show(lambda: "١٢".isdigit())
show(lambda: "²".isdecimal())
show(lambda: "\U0001d7ce".isdecimal())
show(lambda: "٣".isdecimal())
show(lambda: "\U00010000".isascii())
show(lambda: "a1".isalnum())
show(lambda: "\u00a0\u2000".isspace())
show(lambda: "".isspace())
