"""What has no JSON."""
import json

loop = []
loop.append(loop)
ring = {}
ring["self"] = [ring]
for value, options in [
    (object, {}), ({1, 2}, {}), (b"a", {}), ({(1,): 2}, {}), (float("nan"), {"allow_nan": False}), ([float("-inf")], {"allow_nan": False}),
    (loop, {}), (ring, {}), (1j, {"default": lambda o: o}), ({"a": 1, 2: 3}, {"sort_keys": True}),
]:
    try:
        print(json.dumps(value, **options))
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)


def refuse(value):
    raise KeyError("no")


try:
    json.dumps([1, {"k": 1j}], default=refuse)
except KeyError as error:
    print(error)
