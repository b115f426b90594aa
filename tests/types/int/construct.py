"""int: making one of other values."""


def show(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


show(lambda: int("abc"))
show(lambda: int(""))
show(lambda: int(b"abc"))
show(lambda: int(bytearray(b"\xff")))
show(lambda: int("12",37))
show(lambda: int("12",1))
show(lambda: int(12,5))
show(lambda: int(base=5))
show(lambda: int(None))
show(lambda: int([]))
show(lambda: int("1",base=None))
show(lambda: int("1",1.5))
show(lambda: int("1",2**70))
show(lambda: int("\ud800"))
show(lambda: int("\U00010400"))
show(lambda: int(b"12 "))
show(lambda: int(b"1_2"))
show(lambda: int("9"*5000))
show(lambda: int("z"*5000,36))
show(lambda: int("9"*5000,5))
show(lambda: int(b"9"*5000))
show(lambda: int(x=5))
show(lambda: int(1,2,3))
show(lambda: int(1,bse=3))
show(lambda: int(float("nan")))
show(lambda: int(float("inf")))
show(lambda: int(True))
show(lambda: int(1j))
show(lambda: int("\U0001d7ce\U0001d7cf"))
show(lambda: int.__new__(bool))
show(lambda: (1).__init__(3))
