"""str: one value, one form: astral characters and surrogates in every operation."""
smile = "\U0001f600"
pair = "\ud83d" + "\ude00"
print(len(smile), len(pair), smile == pair, ascii(pair), hash(smile) == hash("\U0001f600"))
print((smile + "a")[1:] == "a", ("a" + smile)[:1] == "a", {"a": 1}[(smile + "a")[1]])
print(ascii(("a" + smile + "b")[::-1]), ascii(smile * 3), (smile * 3).count(smile))
d = {smile: "smile", "a": "letter"}
print(d["\U0001f600"], d[("a" + smile)[0]], smile in d, pair in d)
print(sorted(["\uffff", smile, "a", "\ud800", "\ue000"]) == ["a", "\ud800", "\ue000", "\uffff", smile])
print([ascii(c) for c in "a" + smile + "\udc80"], ord(smile), chr(0x1F600) == smile)
print(ascii(f"{smile:>3}|{smile!r}|{smile!a}"), ascii("%s" % smile), ascii("{}".format(smile)))
print(ascii(smile.join("abc")), ascii("a-b".replace("-", smile)), ("a" + smile + "b").split(smile))
print(smile.encode(), smile.encode("utf-16-be"), b"\xf0\x9f\x98\x80".decode() == smile)
print(smile.isprintable(), smile.isalpha(), "\U00010400".lower() == "\U00010428", "\U00010428".title() == "\U00010400")
class Names:
    pass
names = Names()
setattr(names, "\U0001d4b3", 1)
print(vars(names), ascii("\U0001d4b3"))
𝓍 = 5
print(x, "x" in globals())
print(ascii("".join(chr(c) for c in range(0xD7FE, 0xD802))), "\ud800".encode("utf-8", "surrogatepass"))
try:
    print("\ud800".encode())
except UnicodeEncodeError as error:
    print(error, ascii(error.object))
print(smile.center(5, "*") == "**" + smile + "**", smile.ljust(3, ".") == smile + "..", smile.zfill(3) == "00" + smile)
print(("x" + smile).find(smile), (smile + "x").index("x"), (smile * 2).rfind(smile), smile.startswith(smile))
