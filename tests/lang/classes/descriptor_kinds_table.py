# Descriptors with each set of __get__, __set__ and __delete__, in class and instance: who wins for reading, writing and deleting.
import itertools
def build(get, set_, delete):
    body = {}
    if get: body["__get__"] = lambda self, obj, cls=None: f"get({'None' if obj is None else 'obj'}, {cls.__name__ if cls else None})"
    if set_: body["__set__"] = lambda self, obj, value: print(f"   set {value}")
    if delete: body["__delete__"] = lambda self, obj: print("   delete")
    return type("D", (), {**body, "__repr__": lambda self: "<D>"})
def show(what, action):
    try:
        print("  ", what, action())
    except Exception as error:
        print("  ", what, type(error).__name__, error)
for get, set_, delete in itertools.product((0, 1), repeat=3):
    D = build(get, set_, delete)
    print("get" * get, "set" * set_, "delete" * delete)
    class C: attr = D()
    class Meta(type): attr = D()
    class M(metaclass=Meta): pass
    for in_dict in (False, True):
        c = C()
        if in_dict: c.__dict__["attr"] = "from dict"
        show("read", lambda: c.attr)
        show("write", lambda: setattr(c, "attr", 5))
        show("dict", lambda: c.__dict__)
        show("delete", lambda: delattr(c, "attr"))
        show("delete again", lambda: delattr(c, "attr"))
    show("class read", lambda: C.attr)
    show("meta read", lambda: M.attr)
    show("meta write", lambda: setattr(M, "attr", 6))
    show("meta read after", lambda: M.attr)
    show("class overwrite", lambda: (setattr(C, "attr", 7), C.attr))
class Raises:
    def __get__(self, obj, cls):
        raise AttributeError("from get")
class R:
    attr = Raises()
    def __getattr__(self, name): return f"fallback {name}"
class R2:
    attr = Raises()
show("raising", lambda: R().attr)
show("raising", lambda: R2().attr)
show("hasattr", lambda: hasattr(R2(), "attr"))
show("class", lambda: R.attr)
class NoneGet:
    __get__ = None
class N: attr = NoneGet()
show("None get", lambda: N().attr)
class OnInstance: pass
o = OnInstance(); o.__get__ = lambda *args: "never"
class I: attr = o
show("instance get", lambda: I().attr is o)
class GetArgs:
    def __get__(self, *args): return len(args), args[1] is not None
class G: attr = GetArgs()
show("arguments", lambda: (G().attr, G.attr, G.__dict__["attr"].__get__(None, int), super(G, G()).__self__.attr))
class Sub(G):
    @property
    def up(self): return super().attr
show("super", lambda: Sub().up)
