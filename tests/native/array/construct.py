"""Making arrays, and what they refuse."""
from array import array, typecodes

print(typecodes, array("i"), array("b", [1, -2]), array("d", (1.5, 2)), array("H", range(3)), array("B", b"ab"), array("q", [2**62]))
print(array("i", array("b", [1, 2])), array("f", [0.5]), array("B", bytearray(b"xy")), repr(array("d", [float("nan")])))
for args in [
    ("x",), ("ii",), (5,), ("b", 5), ("b", "abc"), ("b", [128]), ("b", [-129]), ("B", [256]), ("B", [-1]), ("h", [40000]),
    ("H", [-1]), ("H", [70000]), ("I", [-1]), ("q", [2**63]), ("Q", [-1]), ("Q", [2**64]), ("i", [1.5]), ("i", ["a"]),
    ("d", ["a"]), ("i", b"abc"), (), ("i", [], 1),
]:
    try:
        print(array(*args))
    except Exception as error:
        print(args, type(error).__name__, error)
