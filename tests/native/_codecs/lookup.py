"""Finding codecs: names are normalised, results kept, search functions asked in order."""
import _codecs
import codecs

for name in ["utf-8", "UTF 8", "utf_8", "U8", "Latin-1", "ASCII", "us-ascii", "utf--16--le"]:
    print(name, codecs.lookup(name).name)
print(codecs.lookup("utf8") is codecs.lookup("UTF-8"))


def attempt(function, *args):
    try:
        print(function(*args))
    except Exception as error:
        print(type(error).__name__, error)


attempt(_codecs.lookup, "no such codec")
attempt(_codecs.lookup, "a\0b")
attempt(_codecs.lookup, 5)
attempt(_codecs.register, 5)
asked = []


def search(name):
    asked.append(name)
    if name == "shout":
        return codecs.CodecInfo(
            name="shout",
            encode=lambda text, errors="strict": (text.upper().encode(), len(text)),
            decode=lambda data, errors="strict": (bytes(data).decode().upper(), len(data)),
        )
    if name == "wrong":
        return (1, 2)
    return None


codecs.register(search)
print("hello".encode("Shout"), b"abc".decode("SHOUT"), codecs.encode("x", "shout"))
attempt(codecs.lookup, "wrong")
codecs.unregister(search)
codecs.unregister(search)
attempt(codecs.lookup, "shout")
print(asked)
