# print: sep, end, file and flush of every kind, objects whose str fails, files that lack or refuse methods, what is written before an error.
import io, sys
def show(action):
    try: print("->", action())
    except Exception as error: print(type(error).__name__, error)
class File:
    def __init__(self, fail=None): self.log = []; self.fail = fail
    def write(self, text):
        self.log.append(text)
        if text == self.fail: raise OSError("disk full")
    def flush(self): self.log.append("FLUSH")
def written(*args, **kw):
    f = File(kw.pop("fail", None))
    try: print(*args, file=f, **kw)
    except Exception as error: return f.log, type(error).__name__, str(error)
    return f.log
class BadStr:
    def __str__(self): raise LookupError("no str")
    def __repr__(self): return "never"
class OddStr:
    def __str__(self): return 3
for args, kw in (((), {}), ((1, "a", None), {}), ((1, 2), {"sep": "-"}), ((1, 2), {"sep": None, "end": None}), ((1, 2), {"sep": "", "end": ""}), ((1, 2), {"sep": 3}), ((1, 2), {"end": b""}), (("a",), {"flush": True}), (("a",), {"flush": []}), (("a", BadStr(), "b"), {}), ((OddStr(),), {}), (("a", "b", "c"), {"fail": "b"}), (("a", "b"), {"fail": " "}), (("a",), {"fail": "\n"}), ((), {"end": "x"}), (([1], {2: 3}, "q"), {"sep": "\n"}), (("\ud800",), {})):
    print(ascii(written(*args, **kw)))
show(lambda: print(1, file=3))
show(lambda: print(1, file="name"))
show(lambda: print(file=None))
show(lambda: print(1, foo=2))
show(lambda: print(1, sep=" ", sep2=1))
class NoFlush:
    def write(self, text): sys.__stdout__.write(f"[{text}]")
show(lambda: print("x", file=NoFlush()))
show(lambda: print("x", file=NoFlush(), flush=True))
class WriteOnInstance: pass
w = WriteOnInstance(); w.write = lambda text: sys.__stdout__.write(text.upper())
print("through an attribute", file=w)
buffer = io.StringIO()
print("a", "b", sep=", ", end=";", file=buffer); print(file=buffer); print(repr(buffer.getvalue()))
show(lambda: print("a", file=io.BytesIO()))
closed = io.StringIO(); closed.close()
show(lambda: print("a", file=closed))
saved = sys.stdout
sys.stdout = None
print("nowhere")
sys.stdout = File(); print("caught", end="!"); caught = sys.stdout.log
sys.stdout = saved
print(caught)
del sys.stdout
try: print("lost")
except RuntimeError as error: text = str(error)
sys.stdout = saved
print(text)
class Index: __index__ = lambda self: 1
show(lambda: print("x", flush=Index()))
class BadTruth:
    def __bool__(self): raise ZeroDivisionError("truth")
show(lambda: print("x", flush=BadTruth()))
print(*range(5), sep="..."); print(*"abc", *[1], sep="")
