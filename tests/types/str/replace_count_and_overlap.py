# replace: counts of every kind, empty patterns, growing and shrinking, overlaps, wide characters, identity, subclasses, errors.
def show(action):
    try:
        print(ascii(action()))
    except Exception as error:
        print(type(error).__name__, error)
for text in ("", "a", "aaa", "abcabc", "\U0001f40da\U0001f40d", "\ud83d\udc0d"):
    for old in ("", "a", "aa", "abc", "\U0001f40d", "\ud83d", "z"):
        for new in ("", "a", "xyz", "\U0001f600"):
            show(lambda: [text.replace(old, new, count) for count in (-1, 0, 1, 2)])
text = "unchanged"
print(text.replace("z", "y") is text, text.replace("u", "u") == text, text.replace("u", "U", 0) is text, "aaa".replace("a", "b", True))
class S(str): pass
print(type(S("a").replace("z", "y")).__name__, type(S("a").replace("a", S("b"))).__name__)
show(lambda: "a".replace("a"))
show(lambda: "a".replace())
show(lambda: "a".replace(1, "b"))
show(lambda: "a".replace("a", 1))
show(lambda: "a".replace("a", "b", "1"))
show(lambda: "a".replace("a", "b", 1.0))
show(lambda: "a".replace("a", "b", None))
show(lambda: "aa".replace("a", "b", 2**30))
show(lambda: "aa".replace("a", "b", 2**70))
show(lambda: "aa".replace("a", "b", -2**30))
show(lambda: "aa".replace(old="a", new="b"))
class Index:
    def __index__(self): return 1
show(lambda: "aaa".replace("a", "b", Index()))
show(lambda: "aaa".replace(b"a", "b"))
show(lambda: ("ab" * 1000).replace("ab", "c").count("c"))
show(lambda: ("x" * 3000).replace("", "-")[:7])
