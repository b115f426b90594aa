"""What the profiler counts: calls, recursion, builtins, callees, generators, exceptions; a timer that is told what to say."""
import _lsprof


def label(code):
    return code if isinstance(code, str) else code.co_name


def show(profiler):
    for entry in sorted(profiler.getstats(), key=lambda entry: label(entry.code)):
        calls = entry.calls and sorted((label(c.code), c.callcount, c.reccallcount, c.totaltime, c.inlinetime) for c in entry.calls)
        print(label(entry.code), entry.callcount, entry.reccallcount, entry.totaltime, entry.inlinetime, calls)


class Clock:
    now = 0

    def __call__(self):
        Clock.now += 1
        return Clock.now


def recursive(n):
    return recursive(n - 1) + len("x") if n else 0


def generator():
    yield 1
    yield 2


def failing():
    try:
        int("x")
    except ValueError:
        raise KeyError from None


profiler = _lsprof.Profiler(Clock(), 0.5)
profiler.enable()
recursive(3)
[].append(1)
"a".upper()
for item in generator():
    pass
try:
    failing()
except KeyError:
    pass
profiler.disable()
show(profiler)
profiler.clear()
print(profiler.getstats())
profiler.enable(builtins=False, subcalls=False)
recursive(1)
try:
    _lsprof.Profiler().enable()
except ValueError as error:
    print(error)
profiler.disable()
profiler.disable()
show(profiler)
entry = profiler.getstats()[0]
print(type(entry), len(entry), entry.n_fields)
for wrong in (lambda: profiler.enable(1, 2, 3), lambda: profiler.disable(1), lambda: profiler.enable(foo=1), lambda: _lsprof.Profiler(bad=1)):
    try:
        wrong()
    except TypeError as error:
        print(error)
