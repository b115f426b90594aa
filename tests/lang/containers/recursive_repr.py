# repr of structures that contain themselves, of every container, and how deep a comparison of them goes.
import array
import collections
import functools
import types

lst = [1]
lst.append(lst)
print(lst, [lst], (lst,))
table = {}
table["self"] = table
print(table, {1: table})
pair = ([],)
pair[0].append(pair)
print(pair)
deque = collections.deque([1], maxlen=3)
deque.append(deque)
print(deque)
ordered = collections.OrderedDict(a=1)
ordered["o"] = ordered
print(ordered)
default = collections.defaultdict(list)
default[0] = default
print(default)
default.default_factory = default.get
print(str(default)[:60])
chain = collections.ChainMap({})
chain["c"] = chain
print(chain)
space = types.SimpleNamespace(a=1)
space.me = space
print(space)
view = {}
view["v"] = view.values()
print(view.values(), view.items())
proxy = types.MappingProxyType(table)
print(proxy)
part = functools.partial(print)
part.__setstate__((part, (part,), {}, {}))
print(str(part).replace(hex(id(part)), "0x"))
part.__setstate__((print, (), {}, {}))
user = collections.UserList([1])
user.append(user)
print(user)
counter = collections.Counter()
counter["x"] = 1
print(counter)


class Own(list):
    pass


own = Own([1])
own.append(own)
print(own, [own])


class Dict(dict):
    def __repr__(self):
        return f"Dict<{super().__repr__()}>"


mine = Dict()
mine["k"] = [mine]
print(mine)
for name, function in [("dict", lambda: table == {"self": {"self": table}} and {"self": table} == table), ("hash", lambda: hash(pair)), ("same", lambda: lst == lst and lst == [1, lst])]:
    try:
        print(name, function())
    except (RecursionError, TypeError) as error:
        print(name, type(error).__name__, str(error)[:40])
print(len(lst * 2), lst[1][1][1] is lst, lst.copy()[1] is lst, sum(1 for _ in zip(lst, lst)))
