"""Iterators over a context know how long it is, whatever it becomes meanwhile."""
import contextvars

variables = [contextvars.ContextVar(f"v{i}") for i in range(40)]
context = contextvars.Context()
for i, variable in enumerate(variables):
    context.run(variable.set, i)
iterators = [context.keys(), context.values(), context.items(), iter(context)]
print([(type(each).__name__, len(each)) for each in iterators])
for variable in variables[:10]:
    token = context.run(variable.set, -1)
print(len(iterators[0]), sorted(iterators[1]) == list(range(40)), sorted(context.values())[:12], len(context))
print(sorted(each.name for each in iterators[0])[:5], next(iterators[0], "over"), len(iterators[0]))
print(sorted((key.name, value) for key, value in context.copy().items())[:4])
other = contextvars.Context()
for variable in reversed(variables):
    other.run(variable.set, context[variable])
print(other == context, other != context, other.run(variables[0].set, 7) is not None, other == context, other != context)
fresh = contextvars.ContextVar("fresh")
token = other.run(fresh.set, 1)
print(len(other), other.run(fresh.reset, token), len(other), fresh in other)
