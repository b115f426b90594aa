# Keys of classes that say themselves what they equal are found by the text they equal, with __slots__ and without.
class Token(str):
    __slots__ = ("kind",)

    def __new__(cls, kind, text):
        self = super().__new__(cls, text)
        self.kind = kind
        return self

    def __eq__(self, other):
        if isinstance(other, Token) and self.kind != other.kind:
            return False
        return str.__eq__(self, other)

    __hash__ = str.__hash__


class Name:
    __slots__ = ("text",)

    def __init__(self, text):
        self.text = text

    def __eq__(self, other):
        return self.text == other

    def __hash__(self):
        return hash(self.text)


class Further(Name):
    __slots__ = ()


for make in (lambda text: Token("a", text), Name, Further):
    keys = {make("one"): 1, make("two"): 2}
    print("one" in keys, keys.get("two"), "three" in keys, make("one") in {"one": 1}, {"two"} & set(keys) == {"two"})
    del keys["one"]
    print("one" in keys, len(keys), len({make("x"), "x"}))
print(Token("a", "x") in {Token("b", "x"): 1}, {Token("a", "x"): 1, "y": 2}.get(Token("b", "y")))
