"""Every kind of value."""
import json

for text in [
    "null", "true", "false", "0", "-0", "12", "-1.5", "1e3", "1E-2", '""', '"abc"', "[]", "{}", "[1, [2, [3]]]",
    '{"a": 1, "b": [true, null]}', ' \t\n [ 1 , 2 ] \r ', '"\\u00e9\\n\\/\\"\\\\"', '"\\ud83d\\ude00"', "NaN", "-Infinity",
    "123456789012345678901234567890", '{"a": 1, "a": 2}', "1.7976931348623157e309", '"\\ud800"',
]:
    print(ascii(json.loads(text)))
print(json.loads(b'{"k": "\xc3\xa9"}'), json.loads("[1.5, 2]", parse_float=str, parse_int=float))
print(json.loads("[NaN, Infinity]", parse_constant=lambda name: name.lower()))
print(json.loads('{"a": {"b": 1}}', object_hook=lambda d: sorted(d.items())))
print(json.loads('{"a": {"b": 1}, "a": 2}', object_pairs_hook=list), json.loads('"a\tb"', strict=False))
print(json.JSONDecoder().raw_decode('[1] rest'), json.JSONDecoder().raw_decode('xx {"a": 1}', 3))
