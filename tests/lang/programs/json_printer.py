# A JSON encoder and decoder by hand, against the json module.
import json


def encode(value):
    match value:
        case None:
            return "null"
        case True:
            return "true"
        case False:
            return "false"
        case int() | float():
            return repr(value)
        case str():
            return '"' + "".join({'"': '\\"', "\\": "\\\\", "\n": "\\n"}.get(c, c) for c in value) + '"'
        case list() | tuple():
            return "[" + ", ".join(map(encode, value)) + "]"
        case dict():
            return "{" + ", ".join(f"{encode(str(k))}: {encode(v)}" for k, v in value.items()) + "}"
        case _:
            raise TypeError(f"cannot encode {type(value).__name__}")


data = {"name": "x\"y\\z\n", "list": [1, 2.5, None, True, [], {}], "nested": {"a": {"b": [False]}}, "n": -1e-07}
text = encode(data)
print(text)
print(json.loads(text) == data, json.dumps(data) == text)
print(json.dumps(data, indent=2, sort_keys=True))
print(json.dumps({"é": "€😀", 1: (2,)}), json.dumps("é", ensure_ascii=False), json.dumps([1, 2], separators=(",", ":")))
for bad in ("[1,]", "{'a': 1}", "", "[1 2]", '"\\x"', "nul", '{"a" 1}', "[1] x"):
    try:
        json.loads(bad)
    except json.JSONDecodeError as error:
        print(repr(bad), error)
try:
    encode({1, 2})
except TypeError as error:
    print(error)
try:
    json.dumps({1, 2})
except TypeError as error:
    print(error)
