"""Type variables are pickled by name and copied as themselves."""
import copy
import pickle
import typing

T = typing.TypeVar("T")
P = typing.ParamSpec("P")
Ts = typing.TypeVarTuple("Ts")
Alias = typing.TypeAliasType("Alias", int)
for each in (T, P, Ts, Alias):
    print(each, each.__reduce__(), pickle.loads(pickle.dumps(each)) is each, copy.copy(each) is each, copy.deepcopy(each) is each)
other = typing.TypeVar("Other")
try:
    pickle.dumps(other)
except pickle.PicklingError:
    print("not found by name")
