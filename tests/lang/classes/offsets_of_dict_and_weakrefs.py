# Where instances keep their dict and weak references: before the object for a class statement's, inside for some builtins.
import collections
import functools
import io
import types


class Plain: pass
class Slotted: __slots__ = ("a",)
class WithDict: __slots__ = ("a", "__dict__")
class WithWeak: __slots__ = ("__weakref__",)
class Integer(int): pass
class Listing(list): pass
class Tuple(tuple): pass
class Error(OSError): pass
class Meta(type): pass
class Sub(Plain): pass
class SubSlotted(Slotted): __slots__ = ()
class Buffer(io.BytesIO): pass
class Function(functools.partial): pass


def where(offset):
    return "none" if offset == 0 else "inside" if offset > 0 else "before"


for cls in (Plain, Slotted, WithDict, WithWeak, Integer, Listing, Tuple, Error, Meta, Sub, SubSlotted, Buffer, Function, object, type, int, list, dict, set, frozenset, BaseException, ValueError, SyntaxError, ExceptionGroup, BaseExceptionGroup, types.FunctionType, types.MethodType, types.ModuleType, types.SimpleNamespace, types.CodeType, types.GeneratorType, types.CoroutineType, types.GenericAlias, types.BuiltinFunctionType, property, classmethod, staticmethod, memoryview, io.BytesIO, io.StringIO, io.FileIO, io.TextIOWrapper, collections.deque, collections.OrderedDict, collections.defaultdict, functools.partial):
    print(cls.__name__, where(cls.__dictoffset__), where(cls.__weakrefoffset__))
for kind in ("__dictoffset__", "__weakrefoffset__", "__basicsize__", "__itemsize__"):
    try:
        setattr(Plain, kind, 5)
    except AttributeError as error:
        print(error)
