# find, index, count, startswith and in, with empty needles, bounds beyond the ends, overlaps, wide and narrow texts.
texts = ["", "a", "aaaa", "abcabc", "\U0001f40dab\U0001f40d", "\ud800a\ud800"]
needles = ["", "a", "aa", "bc", "\U0001f40d", "\ud800", "z"]
bounds = [(), (0,), (1,), (2, 3), (-2,), (0, -1), (5,), (99,), (3, 1), (None, None), (None, 2), (-99, 99), (4, 4)]
for text in texts:
    for needle in needles:
        row = [(text.find(needle, *b), text.rfind(needle, *b), text.count(needle, *b), int(text.startswith(needle, *b)), int(text.endswith(needle, *b)))
               for b in bounds]
        print(ascii(text), ascii(needle), needle in text, row)
def show(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
show(lambda: "abc".index("z"))
show(lambda: "abc".rindex("a", 1))
show(lambda: "abc".index("", 3))
show(lambda: "abc".index("", 4))
show(lambda: "abc".find(b"a"))
show(lambda: b"a" in "abc")
show(lambda: 1 in "abc")
show(lambda: "abc".find("a", "0"))
show(lambda: "abc".startswith(("x", "ab")))
show(lambda: "abc".startswith(()))
show(lambda: "abc".startswith(["a"]))
show(lambda: "abc".startswith(("x", 1)))
show(lambda: "abc".endswith(("bc", 1)))
show(lambda: "abc".count())
show(lambda: "abc".find("c", 0, 2**100))
show(lambda: "abc".find("a", -2**100))
class N:
    def __index__(self):
        return 1
show(lambda: "abab".find("a", N()))
show(lambda: "abab".count("a", N(), N()))
