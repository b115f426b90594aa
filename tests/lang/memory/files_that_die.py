# A file that nobody has any more is flushed and closed, with a ResourceWarning.
import os
import warnings

open("text", "w").write("written")
print(open("text").read())
warnings.simplefilter("always")
warnings.showwarning = lambda message, category, *rest: print(category.__name__, str(message)[:40])
f = open("text", "wb")
f.write(b"bytes")
f = None
print(os.path.getsize("text"))


def use():
    g = open("text")
    return g.read()


print(use())
with open("text") as h:
    print(h.read())
del h
raw = open("text", "rb", buffering=0)
number = raw.fileno()
del raw
try:
    os.fstat(number)
except OSError as error:
    print("the descriptor is closed")
os.remove("text")
