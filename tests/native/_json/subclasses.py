"""Subclasses of the builtin types show what they are made of."""
import json


class Int(int):
    def __repr__(self):
        return "Int!"


class Float(float):
    def __repr__(self):
        return "Float!"


class List(list):
    def __iter__(self):
        return iter(["from iter"])


class Dict(dict):
    def items(self):
        return [("from", "items")]


class Empty(dict):
    def items(self):
        return [("never", "asked")]


print(json.dumps([Int(5), Float(2.5), List([1]), Dict(a=1), Empty()]))
print(json.dumps({Int(3): 1, Float(1.5): 2}))


class Encoder(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, (set, frozenset)):
            return sorted(o)
        return super().default(o)


print(json.dumps({"s": {3, 1, 2}}, cls=Encoder), list(Encoder().iterencode([{1}, 2])))
try:
    json.dumps(1j, cls=Encoder)
except TypeError as error:
    print(error)
