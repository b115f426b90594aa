"""int: bit_length, bit_count, bin, oct, hex."""


def show(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


show(lambda: (0).bit_length())
show(lambda: (255).bit_length())
show(lambda: (256).bit_length())
show(lambda: (-1).bit_length())
show(lambda: (2**100).bit_length())
show(lambda: (2**53).bit_length())
show(lambda: (-2**31).bit_length())
show(lambda: (255).bit_count())
show(lambda: (-255).bit_count())
show(lambda: (2**100 - 1).bit_count())
show(lambda: (0).bit_count())
show(lambda: bin(10))
show(lambda: oct(-8))
show(lambda: hex(255))
show(lambda: bin(2**70))
show(lambda: hex(-2**70))
show(lambda: True.bit_length())
