# Types of which no instance can be made by a call, and what tuple.__new__ says of structures: each with its own words.
import sys, types, os
def show(action):
    try:
        print("made", type(action()).__name__)
    except TypeError as error:
        print(error)
for value in (sys.flags, sys.version_info, sys.float_info, sys.int_info, sys.hash_info, sys.thread_info):
    cls = type(value)
    show(lambda: cls())
    show(lambda: cls(range(len(value))))
    show(lambda: tuple.__new__(cls, range(20)))
for cls in (type(None), type(...), type(NotImplemented), types.GeneratorType, types.CoroutineType, types.BuiltinFunctionType,
            types.FrameType, types.WrapperDescriptorType, types.MethodDescriptorType, types.GetSetDescriptorType,
            type({}.keys()), type({}.items()), type(iter([])), type(iter({})), type(iter("")), type(iter(range(2))),
            types.AsyncGeneratorType, type(reversed([])), types.ClassMethodDescriptorType):
    show(cls)
for cls in (types.FunctionType, types.MethodType, types.CodeType, types.CellType, types.ModuleType, types.MappingProxyType,
            types.TracebackType, slice, range, memoryview):
    show(cls)
show(lambda: object.__new__(int))
show(lambda: object.__new__(types.GeneratorType))
show(lambda: int.__new__(bool, 1))
show(lambda: os.stat_result([1, 2]))
show(lambda: os.stat_result(range(10)))
