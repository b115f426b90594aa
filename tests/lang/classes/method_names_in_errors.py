# Complaints about arguments name the class a method was looked up on, and the function that has the keyword.
class Meta(type):
    pass


class C(metaclass=Meta):
    pass


def attempt(call):
    try:
        print(call())
    except TypeError as error:
        print(error)


for cls in (int, list, object, ValueError, C, Meta, type):
    attempt(lambda: cls.__subclasscheck__(1, 2) if cls not in (Meta, type) else None)
    attempt(lambda: cls.__instancecheck__(x=1) if cls not in (Meta, type) else None)
    attempt(lambda: cls.mro(1) if cls not in (Meta, type) else None)
attempt(lambda: type.__subclasscheck__(int))
attempt(lambda: dict.fromkeys())
attempt(lambda: type("D", (dict,), {}).fromkeys())
attempt(lambda: int.from_bytes())
attempt(lambda: sorted([1], foo=1))
attempt(lambda: sorted())
attempt(lambda: sorted([1], 2))
attempt(lambda: [1].sort(foo=1))
attempt(lambda: sorted([1], key=None, reverse=False, foo=1))
attempt(lambda: int.__or__(key=1))
attempt(lambda: int.__or__())
attempt(lambda: list.append(object=1))
attempt(lambda: [].__mul__())
attempt(lambda: (1,).__rmul__(1, 2))
attempt(lambda: [].__add__())
attempt(lambda: [].__imul__(key=1))
attempt(lambda: b"".__mul__("x", "y"))
attempt(lambda: min([1], foo=1, key=None, default=2))
attempt(lambda: min([1], foo=1))
attempt(lambda: print(1, foo=2))
