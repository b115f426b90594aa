# Attribute lookup: data and non-data descriptors, instance dicts, __getattr__, class attributes, deletion, super, bound copies.
class Data:
    def __init__(self, label):
        self.label = label

    def __get__(self, instance, owner=None):
        return f"data {self.label} {instance is not None} {getattr(owner, '__name__', owner)}"

    def __set__(self, instance, value):
        print("   set", self.label, value)

    def __delete__(self, instance):
        print("   delete", self.label)


class NonData:
    def __get__(self, instance, owner):
        return f"nondata {instance is not None} {owner.__name__}"


class OnlySet:
    def __repr__(self):
        return "<only set>"

    def __set__(self, instance, value):
        instance.__dict__["only_set"] = value


class OnlyDelete:
    def __repr__(self):
        return "<only delete>"

    def __delete__(self, instance):
        print("   only delete")


class Raising:
    def __get__(self, instance, owner):
        raise AttributeError("from get")


class Meta(type):
    shared = Data("meta")
    plain = "meta plain"
    nondata = NonData()


class A(metaclass=Meta):
    data = Data("a")
    nondata = NonData()
    only_set = OnlySet()
    only_delete = OnlyDelete()
    raising = Raising()
    shared = "in class"
    plain = "class plain"

    def __getattr__(self, name):
        return f"getattr {name}"


def attempt(source, **names):
    try:
        print(f"  {source} =", eval(source, {**globals(), **names}))
    except Exception as error:
        print(f"  {source} !", type(error).__name__, error)


a = A()
a.__dict__.update(data="hidden", nondata="shown", only_set="own", only_delete="own", raising="own")
for name in ("data", "nondata", "only_set", "only_delete", "raising", "shared", "plain", "missing"):
    attempt(f"a.{name}")
    attempt(f"A.{name}")
a.data = 1
a.nondata = 2
a.only_set = 3
for name in ("data", "nondata", "only_delete", "only_set", "missing"):
    try:
        delattr(a, name)
        print("  deleted", name, sorted(vars(a)))
    except AttributeError as error:
        print("  delete", name, type(error).__name__, error)
try:
    a.only_delete = 1
except AttributeError as error:
    print(" ", error)
A.shared = 5
attempt("A.shared")
attempt("vars(A)['shared']")
del A.shared
attempt("A.__dict__['data'].__get__(a)")
attempt("A.__dict__['data'].__get__(None, A)")
attempt("super(A, a).data")
attempt("object.__getattribute__(a, 'missing')")
attempt("type.__getattribute__(A, 'plain')")
attempt("object.__getattribute__(A, 'plain')")


class Getattribute:
    x = 1

    def __getattribute__(self, name):
        print("   getattribute", name)
        if name == "y":
            raise AttributeError("no y")
        return object.__getattribute__(self, name)

    def __getattr__(self, name):
        print("   getattr", name)
        return 5

    def __len__(self):
        return 3


g = Getattribute()
attempt("g.x")
attempt("g.y")
attempt("g.z")
attempt("len(g)")
attempt("hasattr(g, 'y')")
attempt("getattr(g, 'y', 1)")
attempt("g.__class__")
attempt("isinstance(g, int)")


# Descriptors that appear and vanish while they are looked up.
class Mutating:
    def __get__(self, instance, owner):
        owner.value = "replaced"
        return "first"


class M:
    value = Mutating()


print(M().value, M().value)


class Late:
    pass


class L:
    item = Late()


item = L()
print(type(item.item).__name__)
Late.__get__ = lambda self, instance, owner: "now a descriptor"
print(item.item, L.item)
item.__dict__["item"] = "instance"
print(item.item)
Late.__set__ = lambda self, instance, value: print("   late set")
print(item.item)
item.item = 5
del Late.__get__
print(item.item)


class P:
    @property
    def x(self):
        """doc of x"""
        return self.missing

    @x.setter
    def x(self, value):
        raise ValueError(value)

    @property
    def y(self):
        raise AttributeError("inside y")

    def __getattr__(self, name):
        return f"fallback {name}"


p = P()
attempt("p.x")
attempt("p.y")
attempt("P.x.__doc__, P.x.fget.__name__, P.x.fdel")
for action in ("p.x = 1", "del p.x", "p.y = 1", "del p.y"):
    try:
        exec(action)
    except Exception as error:
        print(" ", action, type(error).__name__, error)
