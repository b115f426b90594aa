"""Keys of other classes that equal strings, and keys hashed only once."""

class Name:
    def __init__(self, text):
        self.text = text
    def __hash__(self):
        return hash(self.text)
    def __eq__(self, other):
        return self.text == (other.text if isinstance(other, Name) else other)
    def __repr__(self):
        return f"Name({self.text})"
table = {"x": 1}
print(table[Name("x")], Name("x") in table, Name("y") in table)
table[Name("x")] = 2
print(table)
table = {Name("x"): 1, "y": 2}
print(table["x"], "x" in table, table.get("z"), Name("y") in table)
table["x"] = 5
print(table)
class Text(str):
    pass
print({"a": 1}[Text("a")], {Text("a"): 1}["a"], type(list({Text("a"): 1})[0]).__name__)
class Upper(str):
    def __eq__(self, other):
        return str.__eq__(self.upper(), other)
    __hash__ = str.__hash__
print({"A": 1}.get(Upper("A")), {"a": 1}.get(Upper("a")))
class Counting:
    count = 0
    def __hash__(self):
        Counting.count += 1
        return 7
table = {}
key = Counting()
table[key] = 1
table.get(key)
table.setdefault(key, 2)
copied = dict(table)
copied.update(table)
table.copy()
print(Counting.count, {key: 1} == {key: 1}, Counting.count)
