"""Tokens bring back what was there when they were made."""
from contextvars import ContextVar, copy_context

a, b = ContextVar("a"), ContextVar("b", default="start")
outer = a.set("one")
inner = a.set("two")
other = b.set("changed")
print(a.get(), inner.old_value, other.old_value is other.MISSING, "used" in repr(inner))
a.reset(outer)
print(a.get("nothing"), a in copy_context(), outer.var is a)
a.reset(inner)
print(a.get(), "used" in repr(inner), b.get())
b.reset(other)
print(b.get(), b in copy_context())
for token, var in [(outer, a), (other, a), (inner, b)]:
    try:
        var.reset(token)
    except (RuntimeError, ValueError) as error:
        print(type(error).__name__, str(error).split(" at 0x")[0])


def inside():
    token = a.set("inside")
    before = a.get()
    a.reset(token)
    return before, a.get()


print(copy_context().run(inside), a.get())
