"""bytes: center."""


def show(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


show(lambda: b"a".center(5,"x"))
show(lambda: b"a".center(5,b"xx"))
show(lambda: b"a".center(5,bytearray(b"x")))
show(lambda: b"a".center("5"))
show(lambda: b"a".center(2**70))
show(lambda: b"a".ljust(5,5))
show(lambda: b"-5".zfill(5))
