# str.maketrans and translate: every form of table, mappings with __getitem__, deletions, expansions, wide characters, errors.
def show(action):
    try: print(ascii(action()))
    except Exception as error: print(type(error).__name__, error)
show(lambda: str.maketrans("ab", "xy")); show(lambda: str.maketrans("ab", "xy", "z")); show(lambda: str.maketrans({"a": 1, 98: "bee", "\U0001f40d": None})); show(lambda: str.maketrans("", "", "")); show(lambda: str.maketrans("aa", "xy"))
for args in ((), ("a",), ("ab", "x"), ("a", "b", 3), (3, "a"), ("a", 3), ({"ab": 1},), ({"": 1},), ({1.5: 2},), ({None: 1},), ([("a", "b")],), ("a", "b", "c", "d"), ({}, {}), (b"a", b"b")):
    show(lambda: str.maketrans(*args))
text = "abcab\U0001f40dz\ud800"
for table in ({97: "A"}, {97: None}, {97: 65}, {97: ""}, {97: "long text"}, {97: 0x1f600}, {97: "\ud83d"}, {0x1f40d: "snake", 0xd800: "?"}, {}, str.maketrans("abc", "\U0001f600xy", "z"), ["x"] * 98, ("y",) * 98, "s" * 98, {97: "a"}):
    show(lambda: text.translate(table))
class Table:
    def __init__(self): self.asked = []
    def __getitem__(self, k):
        self.asked.append(k)
        if k == 98: raise LookupError("keep")
        if k == 99: raise IndexError("keep too")
        if k == 122: return None
        return chr(k).upper() if k < 128 else k
t = Table(); show(lambda: text.translate(t)); print(t.asked)
for bad in ({97: 1.5}, {97: b"x"}, {97: -1}, {97: 0x110000}, {97: [1]}, {97: True}, 3, None, "", [], {"a": "x"}):
    show(lambda: "abc".translate(bad))
class Raises:
    def __getitem__(self, k): raise ZeroDivisionError(k)
class Key:
    def __getitem__(self, k): raise KeyError(k)
show(lambda: "abc".translate(Raises())); show(lambda: "abc".translate(Key())); show(lambda: "".translate(Raises())); show(lambda: "abc".translate()); show(lambda: "abc".translate({}, "x")); show(lambda: "a" * 3 + "\xe9".translate({0xe9: "e"}))
import collections
d = collections.defaultdict(lambda: "-"); show(lambda: "abc".translate(d)); print(sorted(d))
class S(str): pass
print(type(S("abc").translate({})).__name__, type(S("a").translate({97: S("b")})).__name__, "same".translate({}) == "same", S.maketrans("a", "b"))
upper = {i: i - 32 for i in range(97, 123)}
print("Hello, wörld".translate(upper), "x".join("abc").translate(str.maketrans("x", "\n")).split())
