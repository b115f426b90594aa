"""trace.Trace: counts of lines, called functions, callers, ignored modules."""
import contextlib
import io
import os
import textwrap
import trace


def square(x):
    return x * x


def total(items):
    result = 0
    for item in items:
        if item % 2:
            result += square(item)
    return result


def machine(state):
    def step():
        nonlocal state
        state = total(range(state))
        return step
    return step


name = os.path.basename(__file__)
tracer = trace.Trace(count=1, trace=0)
print(tracer.runfunc(total, [1, 2, 3]))
counts = tracer.results().counts
for (file, line), count in sorted(counts.items()):
    if file == __file__:
        print(line - total.__code__.co_firstlineno, count)

tracer = trace.Trace(count=0, trace=0, countfuncs=1)
tracer.runfunc(lambda: machine(4)()())
for file, module, function in sorted(tracer.results().calledfuncs):
    print(os.path.basename(file), module, function)

tracer = trace.Trace(count=0, trace=0, countcallers=1)
tracer.runfunc(lambda: machine(3)())
for (_, _, caller), (_, _, callee) in sorted(tracer.results().callers):
    if not caller.endswith("runfunc"):
        print(caller, "->", callee)

tracer = trace.Trace(count=0, trace=1)
with contextlib.redirect_stdout(io.StringIO()) as out:
    tracer.runctx("y = total([5])", {"total": total}, {})
print(out.getvalue())

tracer = trace.Trace(count=0, trace=0, countfuncs=1)
tracer.runfunc(textwrap.dedent, "  a\n  b")
print(any(file.endswith("textwrap.py") for file, *_ in tracer.results().calledfuncs))
ignore = trace._Ignore(modules=["textwrap"], dirs=["/usr"])
print(ignore.names("x", "textwrap"), ignore.names("/usr/lib/a.py", "a"), ignore.names("/home/a.py", "b"))
first, second = trace.CoverageResults(counts={("a", 1): 2}), trace.CoverageResults(counts={("a", 1): 3, ("b", 2): 1})
first.update(second)
print(first.counts)
