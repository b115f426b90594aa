# __init_subclass__ and __class_getitem__.
class Plugin:
    plugins = []

    def __init_subclass__(cls, /, tag=None, **kwargs):
        super().__init_subclass__(**kwargs)
        cls.tag = tag
        cls.plugins.append(cls.__name__)

    def __class_getitem__(cls, item):
        return f"{cls.__name__}[{item}]"


class A(Plugin, tag="first"):
    pass


class B(A):
    pass


print(Plugin.plugins, A.tag, B.tag, Plugin[int], A[1, 2])
try:
    class C(tag=1):
        pass
except TypeError as error:
    print(error)
try:
    int[0]
except TypeError as error:
    print(error)
print(list[int], dict[str, int], list[int] == list[int], tuple[int, ...], (list[int])([1]))
