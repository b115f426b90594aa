"""Values as JSON."""
import json
from enum import IntEnum


class Colour(IntEnum):
    RED = 1


class Text(str):
    pass


for value in [
    None, True, 0, -5, 10**30, 1.5, 1e16, -0.0, float("inf"), "", 'q"\\\n\t\x00\x7f\xe9\u20ac\U0001f600', [], (), {}, [1, (2,)],
    {"a": 1, 2: "b", 2.5: None, None: 1, True: 2}, Colour.RED, {Colour.RED: 1}, Text("x"), {"nested": {"list": [{}, []]}},
]:
    print(json.dumps(value), json.dumps(value, separators=(",", ":"), ensure_ascii=False))
print(json.dumps({"b": 1, "a": [2, 1]}, sort_keys=True), json.dumps([1, {"a": []}], indent=2))
print(json.dumps({(1, 2): 3, "k": 4}, skipkeys=True), json.dumps({1j}, default=list) if False else "")
print(json.dumps([1j, {1j: 2}] [:1], default=lambda o: [o.real, o.imag]))
