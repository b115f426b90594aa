# SystemExit with a text prints it on stderr and ends with 1.
import sys

try:
    sys.exit(0)
except SystemExit as error:
    print("caught", error.code)
print("stdout first")
raise SystemExit("the reason")
