"""str: items and slices."""


def show(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


show(lambda: "a"["a"])
show(lambda: "a"[5])
show(lambda: "a"[2**70])
show(lambda: "a"[1.5])
show(lambda: "\U00010000a"[0])
show(lambda: "abc"[::-1])
show(lambda: "abc"[::2])
show(lambda: "abc"[5:1:-1])
show(lambda: "x\U00010000y"[::-1])
show(lambda: "x\U00010000y"[1])
show(lambda: "x\U00010000y"[0:1])
show(lambda: "x\U00010000y"[1:2])
show(lambda: "x\U00010000y"[-1])
show(lambda: {"\U00010000":1}["\U00010000"])
show(lambda: len("\U00010000a"))
show(lambda: len("\ud800\udc00"))
show(lambda: len("\ud800"+"\udc00"))
show(lambda: "a".__getitem__("b"))
show(lambda: list("a\U00010000"))
show(lambda: "abc"[0])
show(lambda: "abc"[-3])
show(lambda: "abc"[-4])
show(lambda: "abcdef"[1:-1])
show(lambda: "abcdef"[::-2])
show(lambda: "abcdef"[10:2:-3])
show(lambda: "abc"[::0])
show(lambda: "abc"[True])
show(lambda: "abc"["a":])
show(lambda: "abc"[:2.0])
show(lambda: "abc"[None:None:None])
show(lambda: "abc"[10**20:])
show(lambda: "abc"[-10**20:])
