"""bytes: decode."""


def show(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


show(lambda: b"a".decode("x"))
show(lambda: b"\xff".decode())
show(lambda: b"a".decode(5))
show(lambda: b"a".decode("utf8",5))
show(lambda: b"\xf0\x90\x80\x80".decode())
show(lambda: b"\xf0\x90\x80\x80a".decode("utf8")[0])
show(lambda: b"\xff\xfe".decode("utf-16"))
show(lambda: b"abc\xff".decode("ascii","surrogateescape"))
show(lambda: b"abc\xff".decode("ascii","replace"))
show(lambda: b"abc\xff".decode("ascii","backslashreplace"))
show(lambda: b"abc\xff".decode("latin-1"))
show(lambda: b"abc\xff".decode("ISO-8859-1"))
show(lambda: b"abc\xff".decode("ascii"))
show(lambda: b"\xe2\x82".decode())
show(lambda: b"\xe2\x28\xa1".decode())
