# int.from_bytes and to_bytes: every width and sign near the limits, other iterables, subclasses, bad arguments.
def show(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
for width in (1, 2, 3, 8, 9):
    for value in (0, 1, -1, 127, 128, 255, 256, -128, -129, 2 ** (8 * width - 1) - 1, -2 ** (8 * width - 1), 2 ** (8 * width) - 1):
        for signed in (False, True):
            try:
                data = value.to_bytes(width, "little", signed=signed)
            except OverflowError as error:
                continue
            assert int.from_bytes(data, "little", signed=signed) == value
            assert int.from_bytes(data[::-1], "big", signed=signed) == value
            print(width, value, signed, data.hex())
show(lambda: (256).to_bytes(1))
show(lambda: (-1).to_bytes(1))
show(lambda: (128).to_bytes(1, signed=True))
show(lambda: (1).to_bytes(-1))
show(lambda: (0).to_bytes(0))
show(lambda: (1).to_bytes(0))
show(lambda: (1).to_bytes())
show(lambda: (1).to_bytes(2, "middle"))
show(lambda: (1).to_bytes(2, b"big"))
show(lambda: int.from_bytes([1, 2, 255]))
show(lambda: int.from_bytes(iter(range(3)), "little"))
show(lambda: int.from_bytes([256]))
show(lambda: int.from_bytes([-1]))
show(lambda: int.from_bytes("ab", "big"))
show(lambda: int.from_bytes(b"", signed=True))
show(lambda: int.from_bytes(5, "big"))
show(lambda: int.from_bytes(memoryview(b"\xff\xfe"), signed=True))
class I(int):
    def __new__(cls, value=0):
        print("new", value)
        return super().__new__(cls, value)
show(lambda: type(I.from_bytes(b"\x01\x00")))
class B:
    def __bytes__(self):
        return b"\x02\x03"
show(lambda: int.from_bytes(B()))
show(lambda: bool.from_bytes(b"\x02"))
