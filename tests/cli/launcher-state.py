"""What a program can see of its interpreter's start: run both ways by launcher.test.ts, which compares."""
import gc
import re
import sys

# Locks of loaded modules wait in importlib's table for a collection, which comes at no certain time.
gc.collect()


def show(value):
    """Without addresses; whether locks of modules that were loaded long ago are still there is not told."""
    text = re.sub(r"0x[0-9a-f]+", "0x", repr(value))
    return re.sub(r"<weakref at 0x; [^>]*>", "<weakref>", text)


for name, module in list(sys.modules.items()):
    print(name, getattr(module, "__file__", None), show(getattr(module, "__spec__", None)))
    for key, value in list(vars(module).items()):
        if name == "__main__" or key in ("modules", "environ", "environb", "_cache"):
            continue
        print(" ", key, show(value))
        if isinstance(value, (set, frozenset)):
            print("   ", [show(each) for each in value])
        if isinstance(value, type):
            print("   ", [show(each) for each in type.__subclasses__(value)], list(vars(value)))
