"""Where it went wrong."""
import json

for text in [
    "", "  ", "nul", "[", "[1", "[1,", "[1,]", "[1 2]", "{", '{"a"', '{"a":', '{"a":1', '{"a":1,', '{"a":1,}', "{a:1}",
    '{"a" 1}', '"abc', '"a\x01b"', '"\\q"', '"\\u12"', '"\\u123x"', "01", "-", "1.", "+1", "'a'", "[1]]", '"a" "b"',
    '["\U0001f600", x]', '{"\u20ac": 1 "b"}', "1\n2",
]:
    try:
        print(json.loads(text))
    except json.JSONDecodeError as error:
        print(repr(text), error, error.pos, error.lineno, error.colno)
for bad in [5, None]:
    try:
        json.loads(bad)
    except TypeError as error:
        print(error)
try:
    json.loads("1" * 5000)
except ValueError as error:
    print(error)
