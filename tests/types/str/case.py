"""str: changing the case."""


def show(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


show(lambda: "ß".upper())
show(lambda: "a\U00010000".upper())
show(lambda: str.upper(5))
show(lambda: str.upper())
show(lambda: "\U00010428".upper())
show(lambda: "\ud800".upper())
show(lambda: "ß\U00010000".upper())
show(lambda: "ŉx".upper())
show(lambda: "ﬃ".upper())
show(lambda: "ŉ".title())
show(lambda: "ΑΣ Α".title())
show(lambda: "\U00010428a".title())
show(lambda: "hello world's".title())
show(lambda: "ǆ".title())
show(lambda: "1a b".title())
show(lambda: "ǆ".capitalize())
show(lambda: "\U00010428".capitalize())
show(lambda: "HELLO".capitalize())
show(lambda: "Σ".lower())
show(lambda: "ΑΣ".lower())
show(lambda: "İ".lower())
show(lambda: "\U00010400".lower())
show(lambda: "ΌΣΟΣ ΣΣ".lower())
show(lambda: "ΑΣ".swapcase())
show(lambda: "\U00010400".swapcase())
show(lambda: "aB".swapcase())
show(lambda: "ﬁ".casefold())
show(lambda: "\U00010400A".casefold())
show(lambda: "Straße".casefold())
