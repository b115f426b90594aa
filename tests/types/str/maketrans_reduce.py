# A static method of a builtin type is the type's own: its name, its reduction, its pickles and copies.
import copy
import pickle

for function in (str.maketrans, bytes.maketrans, bytearray.maketrans, "".maketrans, b"".maketrans):
    print(function.__name__, function.__qualname__, function.__self__, function.__module__, function.__reduce__())
    for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
        assert pickle.loads(pickle.dumps(function, protocol)) is function
    assert copy.copy(function) is function and copy.deepcopy([function])[0] is function
    print(repr(function).split(" at ")[0], type(function).__name__)
print(str.maketrans is "x".maketrans, str.maketrans is str.maketrans, str.maketrans == bytes.maketrans)
print(type(vars(str)["maketrans"]).__name__, vars(str)["maketrans"].__func__ is str.maketrans)

# Class methods and methods of instances beside it.
print(dict.fromkeys.__reduce__(), dict.fromkeys.__qualname__, dict.fromkeys.__self__)
print([1].append.__reduce__(), [1].append.__qualname__, [1].append.__self__)
print(len.__reduce__(), len.__qualname__, type(len.__self__).__name__)


class Text(str):
    pass


print(Text.maketrans is str.maketrans, Text.maketrans.__qualname__, Text.maketrans("a", "b"))
