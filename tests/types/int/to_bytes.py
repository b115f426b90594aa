"""int: to_bytes."""


def show(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


show(lambda: (5).to_bytes(-1))
show(lambda: (5).to_bytes(2,"x"))
show(lambda: (5).to_bytes(2,3))
show(lambda: (-5).to_bytes(2))
show(lambda: (500).to_bytes(1))
show(lambda: (500).to_bytes(2,"little",True))
show(lambda: (500).to_bytes(2**70))
show(lambda: (5).to_bytes("a"))
show(lambda: (5).to_bytes(1.5))
show(lambda: (258).to_bytes(2))
show(lambda: (258).to_bytes(2, "little"))
show(lambda: (-1).to_bytes(3, signed=True))
show(lambda: (2**64).to_bytes(9))
show(lambda: (-2**63).to_bytes(8, "little", signed=True))
show(lambda: (128).to_bytes(1, signed=True))
show(lambda: (0).to_bytes(0))
show(lambda: (1).to_bytes(0))
show(lambda: (255).to_bytes())
show(lambda: (127).to_bytes(length=1, signed=True))
