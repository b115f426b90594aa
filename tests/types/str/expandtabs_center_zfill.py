# expandtabs, center, ljust, rjust and zfill: columns, fills of every width, odd widths, signs, subclasses, errors.
def show(action):
    try:
        print(ascii(action()))
    except Exception as error:
        print(type(error).__name__, error)
for text in ("", "\t", "a\tb", "ab\tc\td", "\ta\n\tb\r\tc", "\U0001f40d\tx", "12345678\t9", "\t\t"):
    show(lambda: [text.expandtabs(size) for size in (8, 4, 1, 0, -3)])
show(lambda: "a\tb".expandtabs(tabsize=2))
show(lambda: "a\tb".expandtabs("2"))
show(lambda: "a\tb".expandtabs(2.0))
show(lambda: "a\tb".expandtabs(2**40))
for text in ("", "a", "ab", "abc", "\U0001f40d"):
    show(lambda: [text.center(w) for w in range(0, 6)])
    show(lambda: [text.center(w, "*") for w in (3, 4, 5)] + [text.ljust(4, "\U0001f600"), text.rjust(4, "\xe9")])
for text in ("", "5", "-5", "+5", "--5", "+", " 5", "abc", "-\U0001f40d", "\uff0b5"):
    show(lambda: [text.zfill(w) for w in (0, 1, 3, 5)])
for method in ("center", "ljust", "rjust"):
    for arguments in ((), ("3",), (3, ""), (3, "ab"), (3, b"x"), (3, 1), (3.0,), (-5,), (2**70,), (5, "x", 1), (5, None)):
        show(lambda: (method, getattr("ab", method)(*arguments)))
show(lambda: "ab".zfill("3"))
show(lambda: "ab".zfill())
show(lambda: "ab".zfill(-1))
text = "same"
print(text.center(2) is text, text.ljust(4) is text, text.zfill(1) is text, text.expandtabs() is text)
class S(str): pass
print([type(getattr(S("ab"), m)(w)).__name__ for m in ("center", "ljust", "rjust", "zfill", "expandtabs") for w in (0, 9)])
class Index:
    def __index__(self): return 5
show(lambda: "ab".center(Index()) + "ab".zfill(Index()))
