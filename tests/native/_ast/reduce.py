"""Nodes can be copied and pickled, and carry any attribute."""
import copy
import pickle
from _ast import Load, Name

node = Name("x", Load(), lineno=1, col_offset=2)
node.note = ["kept"]
cls, args, state = node.__reduce__()
print(cls, args, sorted(state))
for other in (copy.copy(node), copy.deepcopy(node), pickle.loads(pickle.dumps(node))):
    print(type(other).__name__, other.id, other.lineno, other.note, other is node, other.note is node.note)
del node.note
try:
    node.note
except AttributeError as error:
    print(error)
node.__dict__ = {"id": "y"}
print(node.id, vars(node))
try:
    node.__dict__ = 3
except TypeError as error:
    print(error)
Name.shared = "on the class"
print(node.shared)
del Name.shared
