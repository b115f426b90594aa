# weakref.getweakrefs lists the shared reference first, then the shared proxy, then the others from the youngest; __weakref__ is the first.
import weakref
class C:
    pass
class MyRef(weakref.ref):
    pass
def names(o):
    return [kept_names.get(id(r), "?") for r in weakref.getweakrefs(o)]
def callback(ref):
    pass
kept_names, kept = {}, []
def keep(name, reference):
    kept_names[id(reference)] = name
    kept.append(reference)
    return reference
o = C()
keep("mine", MyRef(o))
print(names(o), weakref.getweakrefcount(o), o.__weakref__ is kept[0])
keep("called", weakref.ref(o, callback))
print(names(o))
keep("shared", weakref.ref(o))
print(names(o), weakref.ref(o) is kept[-1], o.__weakref__ is kept[-1])
keep("proxy", weakref.proxy(o))
print(names(o), weakref.proxy(o) is kept[-1])
keep("called proxy", weakref.proxy(o, callback))
keep("mine again", MyRef(o))
print(names(o), weakref.getweakrefcount(o))
class Callable(C):
    def __call__(self):
        return "called"
c = Callable()
keep("other", MyRef(c, callback))
keep("callable proxy", weakref.proxy(c))
keep("plain", weakref.ref(c))
print(names(c), kept[-2](), type(kept[-2]).__name__)
