# SystemExit with a number ends the program with it, after finally and atexit.
import atexit
import sys

atexit.register(print, "atexit 1")
atexit.register(lambda: print("atexit 2"))
try:
    sys.exit(3)
finally:
    print("finally")
