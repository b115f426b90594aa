# property.__set_name__: how a property learns its name, what its errors show, wrong argument counts, a subclass's own.
class Holder:
    @property
    def first(self):
        return 1
    second = property()
    third = property(lambda self: 3)
    fourth = third
def show(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
h = Holder()
show(lambda: setattr(h, "first", 5))
show(lambda: delattr(h, "first"))
show(lambda: h.second)
show(lambda: setattr(h, "third", 1))
show(lambda: setattr(h, "fourth", 1))
Holder.late = property(lambda self: "late")
show(lambda: setattr(h, "late", 1))
Holder.late.__set_name__(Holder, "given")
show(lambda: setattr(h, "late", 1))
for args in [(), (1,), (1, 2, 3)]:
    show(lambda: property().__set_name__(*args))
class Named(property):
    def __set_name__(self, owner, name):
        print("named", owner.__name__, name)
        super().__set_name__(owner, name.upper())
class Other:
    @Named
    def speed(self):
        return 7
show(lambda: setattr(Other(), "speed", 1))
copied = Holder.first.setter(lambda self, value: print("set", value))
Holder.renamed = copied
h.renamed = 12
show(lambda: delattr(h, "renamed"))
