"""Contexts: copying, running, and what they look like."""
import contextvars

first = contextvars.ContextVar("first")
second = contextvars.ContextVar("second", default=0)


def change(value):
    before = first.get(None)
    first.set(value)
    return before, first.get(), second.get()


first.set(1)
context = contextvars.copy_context()
print(context.run(change, 2), first.get(), context[first], len(context), second in context, context.get(second), context.get(second, "x"))
print(context.run(change, 3), context[first], [v.name for v in context], list(context.values()), [(k.name, v) for k, v in context.items()])
print(context.run(lambda *args, **kwargs: (args, kwargs), 1, a=2))
empty = contextvars.Context()
print(len(empty), empty.run(first.get, "none"), empty == contextvars.Context(), empty == context, context.copy() == context)
for action in [lambda: context[second], lambda: context[1], lambda: 1 in context, lambda: context.run(), lambda: context.run(context.run, int), lambda: contextvars.Context(1),
               lambda: hash(context), lambda: first.reset(context.run(first.set, 5)), lambda: context.run(lambda: 1 / 0)]:
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, str(error).split(" at 0x")[0][:60])
print(context.run(lambda: contextvars.copy_context() == context), type(context.keys()).__name__, type(contextvars.Token.MISSING))
