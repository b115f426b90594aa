"""Ints of few digits, what may follow them, and keys that are written again and again."""
import json

for text in (
    "0 -0 1 -1 9 10 00 01 -01 -00 1. 1.5 -1.5 1e3 1E3 1e 1e+ -1e-2 0.0 -0.0 0e1 123456789012345 1234567890123456 "
    "-123456789012345 12345678901234567890 9007199254740993 - -a +1 .5 1a 1_000 0x10 Infinity -Infinity NaN -I tru null"
).split():
    try:
        value = json.loads(text)
        print(text, type(value).__name__, repr(value))
    except ValueError as error:
        print(text, error)
print(json.loads("[1,2 , 3,-4]"), json.loads('{"a":1,"b":-0}'), json.loads(" 12 "))


class Number(int):
    pass


print(json.loads("[1, -2, 30]", parse_int=lambda text: "<%s>" % text), type(json.loads("5", parse_int=Number)).__name__)


class Key(str):
    pass


item = {"name": 1, 'quo"te\n': 2, "\u00e9": 3, Key("name2"): 4, 5: 6, None: 7, True: 8, 1.5: 9}
print(json.dumps([item, item]), json.dumps([item] * 2, ensure_ascii=False, separators=(",", ":")))
nested = []
for i in range(50):
    nested = [nested, {"name": i}]
print(len(json.dumps(nested)), json.loads(json.dumps(nested)) == nested)
loop = []
loop.append({"loop": loop})
try:
    json.dumps(loop)
except ValueError as error:
    print(error)
