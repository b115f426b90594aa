# Context variables: tokens, copies, run, nesting errors, and what generators and callbacks see of them.
import contextvars

v = contextvars.ContextVar("v", default="default")
w = contextvars.ContextVar("w")


def attempt(label, function):
    try:
        print(label, "=>", function())
    except Exception as error:
        print(label, "=>", type(error).__name__, str(error).split(" at 0x")[0].split("<")[0])


print(v.get(), v.get("given"))
attempt("unset", w.get)
first = v.set(1)
second = v.set(2)
print(first.old_value is contextvars.Token.MISSING, second.old_value, first.var is v, repr(contextvars.Token.MISSING))
v.reset(second)
print(v.get())
attempt("used twice", lambda: v.reset(second))
attempt("of another", lambda: w.reset(first))
v.reset(first)
print(v.get())

context = contextvars.copy_context()
print(context.run(v.set, "inside").old_value is contextvars.Token.MISSING, v.get(), context[v], v in context, w in context, len(context), list(context.keys()) == [v])
token = context.run(v.set, "other")
attempt("token of another context", lambda: v.reset(token))
attempt("entered twice", lambda: context.run(context.run, v.get))
attempt("missing", lambda: context[w])
attempt("key", lambda: context["v"])
attempt("in", lambda: "v" in context)
attempt("get", lambda: (context.get(w), context.get(w, 5), context.get(v)))
attempt("no callable", lambda: context.run())
copy = context.copy()
copy.run(v.set, "copied")
print(context[v], copy[v], context == copy, context == context.copy(), sorted(copy.values()))


def generator():
    v.set("in generator")
    yield v.get()
    yield v.get()


g = generator()
outside = contextvars.Context()
print(outside.run(next, g), v.get(), next(g), outside[v], v.get())
many = [contextvars.ContextVar(f"n{i}") for i in range(100)]
wide = contextvars.Context()


def fill():
    for i, each in enumerate(many):
        each.set(i)


wide.run(fill)
snapshot = wide.copy()
wide.run(lambda: many[50].set("changed"))
print(len(wide), wide[many[50]], snapshot[many[50]], sum(snapshot.values()), {each.name for each in snapshot} == {each.name for each in many})
attempt("name", lambda: contextvars.ContextVar(5))
attempt("hash", lambda: hash(context))
attempt("subclass", lambda: type("C", (contextvars.ContextVar,), {}))
attempt("generic", lambda: contextvars.ContextVar[int])
attempt("Context(1)", lambda: contextvars.Context(1))
attempt("Token()", lambda: contextvars.Token())
