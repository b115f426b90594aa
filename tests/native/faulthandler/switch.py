"""faulthandler can be switched and prints the stack."""
import faulthandler
import sys

print(faulthandler.is_enabled())
faulthandler.enable()
print(faulthandler.is_enabled(), faulthandler.disable(), faulthandler.is_enabled(), faulthandler.disable())


class NoFile:
    def fileno(self):
        return "x"


for bad in (-1, NoFile(), object()):
    try:
        faulthandler.enable(bad)
    except (ValueError, RuntimeError, AttributeError) as error:
        print(type(error).__name__, str(error).split(" at 0x")[0])
