"""int: the limit on decimal digits."""
import sys


def show(call):
    try:
        print(call())
    except ValueError as error:
        print(f"ValueError: {error}")


print(sys.get_int_max_str_digits())
show(lambda: len(str(10**4299)))
show(lambda: len(str(10**4300)))
show(lambda: int("1" * 4300) % 10)
show(lambda: int("1" * 4301) % 10)
show(lambda: int("_".join("1" * 4300)) % 10)
show(lambda: len(hex(10**5000)))
show(lambda: int("f" * 5000, 16) % 16)
show(lambda: len(f"{10**5000:x}"))
show(lambda: len(f"{10**5000}"))
show(lambda: len("%d" % 10**5000))
show(lambda: len(repr(-10**4299)))
sys.set_int_max_str_digits(0)
show(lambda: len(str(10**6000)))
show(lambda: int("7" * 6000) % 10)
sys.set_int_max_str_digits(640)
show(lambda: len(str(10**640)))
show(lambda: sys.set_int_max_str_digits(100))
show(lambda: sys.set_int_max_str_digits(-1))
sys.set_int_max_str_digits(4300)
