"""Every class of _ast: documentation, fields, attributes, bases and defaults."""
import _ast

for name in sorted(dir(_ast)):
    cls = getattr(_ast, name)
    if not (isinstance(cls, type) and issubclass(cls, _ast.AST)):
        continue
    defaults = [key for key, value in vars(cls).items() if value is None]
    print(name, cls.__base__.__name__, cls.__module__, cls._fields, cls._attributes, defaults)
    print("   ", cls.__doc__)
    assert cls.__match_args__ == cls._fields
print(_ast.AST.__mro__, _ast.AST._fields, _ast.AST._attributes)
print(sorted(name for name in dir(_ast) if name.startswith("PyCF_")))
