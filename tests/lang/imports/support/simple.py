"""A module with a docstring."""
print("simple runs as", __name__)
value = 42
_private = "hidden"


def function():
    return value
