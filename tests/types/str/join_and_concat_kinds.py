# join, `+` and `*` over narrow, wide and surrogate texts, subclasses and iterables that fail; results, types and errors.
class S(str):
    def __str__(self): return "never asked"
def show(action):
    try:
        result = action()
        print(ascii(result), type(result).__name__)
    except Exception as error:
        print(type(error).__name__, error)
parts = ["a", "\U0001f40d", "\ud83d", "\udc0d", "", "\xe9"]
for separator in ("", "-", "\U0001f600", "\ud83d"):
    show(lambda: separator.join(parts))
    show(lambda: len(separator.join(parts * 3)))
print(len("\ud83d" + "\udc0d"), "\ud83d" + "\udc0d" == "\U0001f40d", ("\ud83d" + "\udc0d").encode("utf-16-le", "surrogatepass") == "\U0001f40d".encode("utf-16-le"))
text = "same"
print("".join([text]) is text, "-".join((text,)) is text, type("".join([S("s")])).__name__, type(S("a") + "b").__name__, type("a" + S("b")).__name__, type(S("a") * 1).__name__, type("".join(S("ab"))).__name__, text * 1 is text, text + "" is text)
show(lambda: "".join(3))
show(lambda: "".join([1]))
show(lambda: "".join(["a", None, "b"]))
show(lambda: "-".join(["a", b"b"]))
show(lambda: "".join())
show(lambda: "".join("ab", "cd"))
show(lambda: "a" + 1)
show(lambda: "a" + b"b")
show(lambda: "a" * "b")
show(lambda: "a" * 1.5)
show(lambda: -1 * "ab")
show(lambda: True * "ab")
show(lambda: "ab" * 2**70)
def gen():
    yield "x"
    raise LookupError("in generator")
show(lambda: "".join(gen()))
class Iter:
    def __iter__(self): return iter("xyz")
show(lambda: ",".join(Iter()))
show(lambda: ",".join({"k": 1, "l": 2}))
grown = []
class Changing(list):
    def __iter__(self): return iter(["own", "iterator"])
show(lambda: "+".join(Changing(["list", "items"])))
class R:
    def __radd__(self, other): return "radd " + other
    def __rmul__(self, other): return "rmul " + other
show(lambda: "a" + R())
show(lambda: "a" * R())
out = ""
for i in range(300):
    out += chr(0x1F600 + i % 3) if i % 50 == 0 else str(i % 10)
print(len(out), ascii(out[:3]), out[299])
