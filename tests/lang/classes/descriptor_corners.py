# Descriptors: data and other kinds against the instance dict, deletion, class access, errors in __get__ and __getattr__.
class Data:
    def __get__(self, instance, owner=None):
        return ("data get", instance is not None, owner and owner.__name__)

    def __set__(self, instance, value):
        print("set", value)


class NonData:
    def __get__(self, instance, owner=None):
        return ("non-data get", instance is not None)


class SetOnly:
    def __set__(self, instance, value):
        instance.__dict__["set_only"] = ("stored", value)


class DeleteOnly:
    def __delete__(self, instance):
        print("deleted")


class Raising:
    def __get__(self, instance, owner):
        raise AttributeError("from the descriptor")


class C:
    data = Data()
    non_data = NonData()
    set_only = SetOnly()
    delete_only = DeleteOnly()
    raising = Raising()

    def __getattr__(self, name):
        return f"getattr({name})"


def show(text):
    try:
        result = eval(text, names)
    except SyntaxError:
        try:
            result = exec(text, names)
        except Exception as error:
            print(text, "->", type(error).__name__, error)
            return
    except Exception as error:
        print(text, "->", type(error).__name__, error)
        return
    print(text, "=", result if "object at" not in repr(result) else type(result).__name__)


c = C()
c.__dict__.update(data="in dict", non_data="in dict", delete_only="in dict")
names = {"C": C, "c": c, "object": object}
for text in ["c.data", "C.data", "c.data = 1", "del c.data", "c.non_data", "C.non_data", "del c.non_data", "c.non_data", "c.non_data = 2", "c.non_data", "c.set_only", "C.set_only", "c.set_only = 3", "c.set_only", "del c.set_only", "c.delete_only", "c.delete_only = 1", "del c.delete_only", "c.raising", "C.raising", "c.missing", "C.missing", "C.data = 'replaced'", "c.data", "C.data"]:
    show(text)


class Counted(property):
    calls = 0

    def __get__(self, instance, owner=None):
        Counted.calls += 1
        return super().__get__(instance, owner)


class P:
    @Counted
    def area(self):
        """Doc of area."""
        return 6

    read_only = property(lambda self: 1)
    write_only = property(None, lambda self, v: None)
    nothing = property()
    failing = property(lambda self: self.no_such)
    documented = property(lambda self: 1, doc="given")

    @property
    def chained(self):
        return "get"

    @chained.setter
    def chained(self, value):
        self.__dict__["x"] = value

    @chained.deleter
    def other_name(self):
        print("deleter")


p = P()
names.update(p=p, P=P)
for text in ["p.area", "P.area.__doc__", "p.read_only = 2", "del p.read_only", "p.write_only", "p.write_only = 2", "p.nothing", "p.nothing = 1", "del p.nothing", "p.failing", "P.documented.__doc__", "p.chained = 4", "p.other_name = 5", "p.x", "del p.other_name", "del p.chained", "P.read_only.fget(p)", "P.read_only.fset", "P.read_only.__isabstractmethod__", "P.read_only.fget = 5", "P.read_only.__doc__ = 'set'", "P.read_only.__doc__", "P.area.__get__(None, P) is P.area", "P.area.__get__(None)", "P.area.__get__()", "P.area.__set__(p, 1)", "property(1).__get__(p)", "property(fget=1, zzz=2)", "property.__get__(5, p)", "P.read_only.getter(lambda self: 'new').__get__(p)", "P.area.getter(lambda self: 7).__class__.__name__", "type(P.__dict__['area']).calls > 0", "P.read_only.__name__", "P.chained.__set_name__(P, 'n')"]:
    show(text)


class Callable:
    def __call__(self, *args):
        return ("called", len(args))


class M:
    plain = Callable()
    bound = lambda *args: ("function", len(args))
    static = staticmethod(Callable())
    klass = classmethod(Callable())
    builtin = len
    partial = __import__("functools").partial(lambda *a: len(a), 1)
    method = __import__("functools").partialmethod(lambda *a: len(a), 1)
    cls = int
    stacked = classmethod(property(lambda cls: cls.__name__))


names.update(m=M(), M=M)
for text in ["m.plain(1)", "m.bound(1)", "m.static(1)", "m.klass(1)", "m.builtin('abc')", "m.partial(1)", "m.method(1)", "m.cls('5')", "m.stacked", "M.stacked", "M.bound(1)", "M.klass()", "M.__dict__['static'](1)", "M.__dict__['klass'](1)", "M.__dict__['klass'].__func__()", "M.__dict__['static'].__wrapped__()", "staticmethod(5)", "staticmethod()", "classmethod(1, 2)", "staticmethod(5).__get__(1)", "classmethod(5).__get__(1)()", "m.bound.__func__ is M.bound", "m.bound == m.bound", "m.bound is m.bound", "m.bound.zz = 1", "m.bound.__self__ is m", "type(m.bound)(5, 1)", "type(m.bound)(len, None)", "type(m.bound)(len, [1, 2])()", "type(m.bound)()"]:
    show(text)
