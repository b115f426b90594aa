# types and weakref: dynamic classes, namespaces, proxies, weak references and finalizers.
import gc
import types
import weakref


def f(a, b=2):
    return a + b


def g():
    yield 1


async def co():
    pass


coroutine = co()
print(isinstance(f, types.FunctionType), isinstance(len, types.BuiltinFunctionType), isinstance([].append, types.BuiltinMethodType), isinstance(g(), types.GeneratorType), isinstance(coroutine, types.CoroutineType), isinstance(str.join, types.MethodDescriptorType), isinstance(int.real, types.GetSetDescriptorType), isinstance(object().__str__, types.MethodWrapperType), isinstance(types, types.ModuleType), type(f.__code__) is types.CodeType, type(None) is types.NoneType, isinstance(int | str, types.UnionType), isinstance(list[int], types.GenericAlias))
coroutine.close()
copy = types.FunctionType(f.__code__, {}, "copy", (10,))
print(copy(1), copy.__name__, f.__code__.replace(co_name="renamed").co_name, types.MethodType(f, 5)(1), types.CellType(3).cell_contents)
C = types.new_class("C", (list,), {}, lambda ns: ns.update(x=1, double=lambda self: [v * 2 for v in self]))
print(C([1, 2]).double(), C.x, C.__mro__[1], types.resolve_bases((list[int],)), types.get_original_bases(C), types.prepare_class("D", (int,), {"k": 1}))
ns = types.SimpleNamespace(a=1, b="x")
ns.c = [ns.a]
del ns.b
print(ns, ns == types.SimpleNamespace(a=1, c=[1]), vars(ns))
source = {"k": 1}
proxy = types.MappingProxyType(source)
source["new"] = 2
print(proxy, proxy["new"], len(proxy), "k" in proxy, proxy | {"z": 0}, proxy.copy(), list(reversed(proxy)))
module = types.ModuleType("made", "doc string")
exec("value = 42", module.__dict__)
print(module, module.value, module.__doc__, module.__name__)


class Lazy:
    @types.DynamicClassAttribute
    def value(self):
        return "instance value"

    def __getattr__(self, name):
        raise AttributeError(name)


@types.coroutine
def old():
    result = yield "suspended"
    return result


async def user():
    return await old()


runner = user()
print(Lazy().value, runner.send(None))
try:
    runner.send("sent")
except StopIteration as stop:
    print(stop.value)
for action in (lambda: proxy.__setitem__("k", 2), lambda: types.NoneType(1), lambda: types.GeneratorType(), lambda: types.MethodType(f, None), lambda: types.MappingProxyType(3), lambda: types.ModuleType(), lambda: Lazy.value, lambda: types.FunctionType(3, {}), lambda: module.missing, lambda: types.SimpleNamespace(1), lambda: types.CodeType()):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


class Node:
    def __init__(self, name):
        self.name = name

    def hello(self):
        return f"hello from {self.name}"

    def __repr__(self):
        return f"Node({self.name})"


events = []
node = Node("n")
ref = weakref.ref(node, lambda r: events.append("dead"))
p = weakref.proxy(node)
method = weakref.WeakMethod(node.hello)
values = weakref.WeakValueDictionary(k=node)
keys = weakref.WeakKeyDictionary({node: "data"})
group = weakref.WeakSet([node])
finalizer = weakref.finalize(node, events.append, "finalized")
print(ref() is node, p.name, method()(), values["k"], keys[node], len(group), node in group, finalizer.alive, weakref.getweakrefcount(node) > 3, ref == weakref.ref(node), hash(ref) == hash(node), type(p).__name__, isinstance(p, Node), list(values.items()), list(keys.values()))
print(finalizer(), finalizer.alive, finalizer(), events, finalizer.detach())
p.extra = 5
print(node.extra, weakref.ref(node) is weakref.ref(node), callable(ref))
for action in (lambda: weakref.ref(5), lambda: weakref.proxy([]), lambda: weakref.WeakMethod(5), lambda: hash(p), lambda: values["none"], lambda: weakref.WeakSet([1])):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
