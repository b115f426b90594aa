# json: dumping, loading, hooks, encoders, errors.
import io
import json
from collections import OrderedDict
from json import JSONDecodeError


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y


class PointEncoder(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, Point):
            return {"__point__": [o.x, o.y]}
        if isinstance(o, (set, frozenset)):
            return sorted(o)
        return super().default(o)


def revive(pairs):
    if "__point__" in pairs:
        return Point(*pairs["__point__"])
    return pairs


record = {
    "name": "Zoë \U0001f600 \"quoted\" \\ /\n\t\x01",
    "numbers": [0, -1, 12345678901234567890, 1.5, -0.0, 1e300, 1e-7, 100000.0],
    "flags": [True, False, None],
    "empty": [{}, [], "", ()],
    "nested": {"a": {"b": {"c": [1, [2, [3]]]}}},
}
print(json.dumps(record))
print(json.dumps(record, ensure_ascii=False))
print(json.dumps(record, indent=2, sort_keys=True))
print(json.dumps(record, separators=(",", ":")))
print(json.dumps([1, {"a": [2, {}]}], indent="\t"))
print(json.dumps({1: 1, 1.5: 2, True: 3, None: 4, "s": 5}))
print(json.dumps({(1, 2): "tuple", "kept": 1}, skipkeys=True))
print(json.dumps([float("inf"), float("-inf"), float("nan")]))
print(json.dumps({"p": Point(1, 2), "s": {3, 1, 2}}, cls=PointEncoder))
print(json.dumps([Point(1, 2)], default=lambda o: vars(o)))

text = json.dumps(record)
assert json.loads(text) == {**record, "empty": [{}, [], "", []]}
point = json.loads('{"__point__": [3, 4]}', object_hook=revive)
print(type(point).__name__, point.x, point.y)
print(json.loads('{"b": 1, "a": 2, "b": 3}', object_pairs_hook=list))
print(json.loads('{"b": 1, "a": 2}', object_pairs_hook=OrderedDict))
print(json.loads("[1.10, 2, NaN, -Infinity]", parse_float=str, parse_int=lambda s: f"int {s}", parse_constant=repr))
print(json.loads(b'"\\u00e9\\ud83d\\ude00\\ud800"').encode("utf-8", "surrogatepass"))
print(json.loads('"a\tb"', strict=False))
print(json.loads("  [1 , 2\n,3 ]  "), json.loads("1E2"), json.loads("-0"), json.loads("-0.0"))

for bad in ['', '{', '[1,]', '{"a" 1}', '{"a": 1,}', "{'a': 1}", '"abc', '"a\nb"', '[1 2]', 'nul', '01', '1.', '"\\x"',
            '"\\u12"', '[1]]', '{"a":', '{1: 2}', "\ufeff[]"]:
    try:
        print(json.loads(bad))
    except JSONDecodeError as error:
        print(repr(bad), "->", error, "|", error.msg, error.pos, error.lineno, error.colno)

for bad in [object(), {("a",): 1}, [1, {"x": b"bytes"}]]:
    try:
        json.dumps(bad)
    except TypeError as error:
        print(type(error).__name__, str(error).split(" at ")[0])
loop = []
loop.append(loop)
for action in (lambda: json.dumps(loop), lambda: json.dumps([float("nan")], allow_nan=False),
               lambda: json.dumps({"k": loop}, indent=1)):
    try:
        action()
    except ValueError as error:
        print("ValueError", error)

stream = io.StringIO()
json.dump({"a": [1, 2]}, stream, indent=1)
stream.seek(0)
print(json.load(stream))
decoder = json.JSONDecoder()
print(decoder.raw_decode("[1, 2] rest"), decoder.raw_decode('  {"a": 1}x', 2))
print(list(json.JSONEncoder().iterencode({"a": [1, None], "b": "x"})))
print(json.JSONEncoder(indent=2).encode([]), json.JSONEncoder().encode("é"))


class Level(int):
    def __repr__(self):
        return "Level!"


print(json.dumps([Level(3), {Level(4): "x"}]))
