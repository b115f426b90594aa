"""Deep nesting, and long texts."""
import json

depth = 400
text = "[" * depth + "]" * depth
value = json.loads(text)
print(json.dumps(value) == text)
count = 0
while value:
    value = value[0]
    count += 1
print(count)
text = '{"a":' * depth + "1" + "}" * depth
print(json.dumps(json.loads(text), separators=(",", ":")) == text)
big = {"k%d" % i: ["v" * (i % 7), i, i / 4, None, i % 2 == 0, "\u20ac\U0001f600"] for i in range(2000)}
print(json.loads(json.dumps(big)) == big, len(json.dumps(big)), len(json.dumps(big, ensure_ascii=False)))
