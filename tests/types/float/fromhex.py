"""float: fromhex."""


def show(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


show(lambda: float.fromhex("x"))
show(lambda: float.fromhex(""))
show(lambda: float.fromhex("0x1p2000"))
show(lambda: float.fromhex(5))
show(lambda: float.fromhex("1.8"))
show(lambda: float.fromhex("0x1p-1074"))
show(lambda: float.fromhex("0x1.fffffffffffffp1023"))
show(lambda: float.fromhex("-0x.8p1"))
show(lambda: float.fromhex(" 0xap0 "))
show(lambda: float.fromhex("inf"))
show(lambda: float.fromhex("-nan"))
show(lambda: float.fromhex("0x1p-1075"))
show(lambda: float.fromhex("0x1.8p-1075"))
show(lambda: float.fromhex("1p"))
show(lambda: float.fromhex("0x1.00000000000008p0"))
show(lambda: float.fromhex("0x1.000000000000080001p0"))
