"""Values follow the context in which code runs, generators included."""
import contextvars

level = contextvars.ContextVar("level", default=0)


def nested(depth):
    if depth == 0:
        return [level.get()]
    context = contextvars.copy_context()
    context.run(level.set, level.get() + 1)
    return [level.get()] + context.run(nested, depth - 1)


def numbers():
    while True:
        yield level.get()


print(nested(4), level.get())
generator = numbers()
print(next(generator), contextvars.copy_context().run(lambda: (level.set(9), next(generator))[1]), next(generator))
tokens = [level.set(n) for n in (1, 2, 3)]
print(level.get(), [token.old_value for token in tokens])
for token in reversed(tokens):
    level.reset(token)
    print(level.get(), token.old_value)
snapshot = contextvars.copy_context()
level.set(50)
print(snapshot.get(level), contextvars.copy_context()[level])
