# %-formats of bytes and str: which complaint is made of an argument that is no float, no int, no text.
class Raises:
    def __float__(self):
        raise LookupError("no float")

    def __index__(self):
        raise LookupError("no index")

    def __int__(self):
        raise LookupError("no int")

    def __bytes__(self):
        raise LookupError("no bytes")

    def __str__(self):
        raise LookupError("no str")

    def __repr__(self):
        return "<Raises>"


class Wrong:
    def __float__(self):
        return "f"

    def __index__(self):
        return "i"

    def __bytes__(self):
        return "b"

    def __repr__(self):
        return "<Wrong>"


values = [1, 1.5, 2j, "a", b"a", bytearray(b"ab"), None, Raises(), Wrong(), 10**400, [], True]
for code in "dioxXeEfFgGcsrab":
    for value in values:
        for template in (f"%{code}", f"%{code}".encode()):
            try:
                print(template, repr(value)[:20], "=>", repr(template % (value,))[:40])
            except Exception as error:
                print(template, repr(value)[:20], "=>", type(error).__name__, error, repr(error.__context__))
for template in ("%.99999999999d", b"%.99999999999d", "%99999999999999999999d", b"%99999999999999999999d", "%.*f", b"%.*f", "%*d", b"%*d"):
    for args in ((1,), (2**63, 1), ("a", 1), (-3, 1)):
        try:
            print(template, args, "=>", template % args)
        except Exception as error:
            print(template, args, "=>", type(error).__name__, error)
