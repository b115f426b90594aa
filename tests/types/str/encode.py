"""str: encode."""


def show(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


show(lambda: "a".encode(5))
show(lambda: "a".encode("x"))
show(lambda: "\u0101".encode("ascii"))
show(lambda: "\u0101".encode("ascii","foo"))
show(lambda: "a".encode("ascii","foo"))
show(lambda: "\u0101".encode("ascii","xmlcharrefreplace"))
show(lambda: "\ud800".encode())
show(lambda: "\ud800".encode("utf8","surrogatepass"))
show(lambda: "\U00010000".encode())
show(lambda: "\U00010000\ud800".encode("utf-16-le","surrogatepass"))
show(lambda: "\U00010000".encode("utf-16"))
show(lambda: "\U00010000".encode("utf-32"))
show(lambda: "\U00010000".encode("ascii","backslashreplace"))
show(lambda: "\U00010000".encode("latin-1","namereplace"))
show(lambda: "\U0001f600".encode("latin-1","ignore"))
show(lambda: "é".encode("ascii"))
show(lambda: "éé".encode("ascii"))
show(lambda: "\ud800\ud801".encode("utf-8"))
show(lambda: "a\U0001f600".encode("latin-1"))
