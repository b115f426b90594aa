# Identifiers beyond ASCII are normalised (NFKC); text of many scripts.
größe = 5
π = 3.14
变量 = "variable"
print(größe + 1, π, 变量)


def naïve(été=1):
    return été


class Ångström:
    ﬁ = "ligature"


print(naïve(été=2), Ångström.fi, [n for n in vars(Ångström) if not n.startswith("_")], naïve.__code__.co_varnames)
ª = "a"
print(a, "ｘ".isidentifier(), "1a".isidentifier())
print("日本語"[1], "日本語"[::-1], len("naïve"), "é" == "e\u0301", sorted(["é", "e", "z", "a"]), "😀😀".count("😀"))
print("Ω".lower(), "ΑΣ".lower(), "ǰ".upper(), "ﬃ".upper(), "İ".lower() == "i̇", "straße".title())
d = {"ключ": 1, "键": 2}
print(d, "\N{GREEK SMALL LETTER ALPHA}", "\u2028x".splitlines(), "a\x0bb".split())
