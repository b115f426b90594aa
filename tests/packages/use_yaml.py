# yaml: load and dump of all kinds of nodes, anchors, tags, own types, errors with their marks.
import datetime
import yaml

TEXT = """\
name: &n Example
list: [1, 2.5, 0x1F, 0o17, 1_000, .inf, -.inf, ~, yes, "a\\tb\\u00e9", 'it''s']
nested:
  - key: *n
    more: {a: b, c: [d, e]}
  - |
    literal
      text
  - >-
    folded
    text
dates: [2024-02-29, 2001-12-14t21:59:43.10-05:00]
merged:
  <<: {x: 1, y: 2}
  y: 3
? complex
: !!set {a, b}
binary: !!binary aGVsbG8=
"""
data = yaml.safe_load(TEXT)
print(data)
print(yaml.safe_dump(data, sort_keys=True))
print(yaml.dump([{"a": [1, 2], "b": "x: y"}, "multi\nline", "", None, True, 1e20, "yes", "é"], allow_unicode=True, default_flow_style=None))
print(list(yaml.safe_load_all("--- 1\n--- [a]\n...\n--- {}\n")))


class Point(yaml.YAMLObject):
    yaml_tag = "!point"
    yaml_loader = yaml.SafeLoader

    def __init__(self, x, y):
        self.x, self.y = x, y


point = yaml.safe_load("!point {x: 1, y: 2}")
print(point.x, point.y, yaml.dump(point))
yaml.add_representer(complex, lambda dumper, value: dumper.represent_scalar("!c", str(value)))
shared = [1]
print(yaml.dump([shared, shared, 2j, (1, 2), datetime.date(2020, 1, 2)]))
print(yaml.load("!!python/tuple [1, 2]", Loader=yaml.FullLoader))
for text in ("a: [1", "a: b: c", "\tx", "*unknown", "!!python/object/apply:os.system [x]", "a: 'b", "{a: 1", "? a\n- b"):
    try:
        yaml.safe_load(text)
    except yaml.YAMLError as error:
        print(type(error).__name__, str(error).replace("\n", " | "))
for token in yaml.scan("a: [b]"):
    print(token)
for event in yaml.parse("- x\n- &a y"):
    print(event)
print(yaml.serialize(yaml.compose("{a: [1]}")))
