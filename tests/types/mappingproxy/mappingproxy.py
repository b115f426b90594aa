"""types.MappingProxyType and Class.__dict__."""

def error(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as problem:
        print(f"{type(problem).__name__}: {problem}")


from types import MappingProxyType
table = {"a": 1}
proxy = MappingProxyType(table)
table["b"] = 2
print(proxy, proxy["b"], len(proxy), list(proxy), "a" in proxy, proxy.get("z", 0), proxy.copy(), list(proxy.items()))
print(proxy == table, proxy | {"c": 3}, {"c": 3} | proxy, list(reversed(proxy)), str(proxy), proxy.keys() & {"a"})
error(lambda: proxy["zz"])
error(MappingProxyType, 5)
error(MappingProxyType, [1])
error(MappingProxyType)
error(hash, proxy)
for statement in ("proxy['a'] = 1", "del proxy['a']", "proxy |= {}", "proxy.x = 1"):
    try:
        exec(statement)
    except (TypeError, AttributeError) as problem:
        print(problem)
class Plain:
    x = 1
namespace = Plain.__dict__
Plain.y = 2
print(type(namespace), namespace["y"], "x" in namespace, [name for name in namespace if not name.startswith("_")])
error(lambda: namespace["zz"])
match proxy:
    case {"a": value}:
        print("matched", value)
