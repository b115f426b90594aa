"""cProfile and pstats: a report without its times."""
import cProfile
import io
import pstats
import re


def fibonacci(n):
    return n if n < 2 else fibonacci(n - 1) + fibonacci(n - 2)


def words(text):
    return sorted(set(text.split()))


def work():
    total = sum(fibonacci(i) for i in range(8))
    return total, words("the quick brown fox jumps over the lazy dog")


def report(profiler, *restrictions, order="ncalls"):
    stream = io.StringIO()
    pstats.Stats(profiler, stream=stream).strip_dirs().sort_stats(order, "name").print_stats(*restrictions)
    lines = stream.getvalue().splitlines()
    for line in lines:
        match = re.match(r"\s*([\d/]+)(?:\s+[\d.]+){4} (.*)", line)
        if match:
            print(match[1], match[2])
        elif "function calls" in line:
            print(re.sub(r" in [\d.]+ seconds", "", line).strip())


profiler = cProfile.Profile()
print(profiler.runcall(work))
report(profiler)
report(profiler, "fib")
with cProfile.Profile() as second:
    words("a b c")
report(second, order="name")
stats = pstats.Stats(profiler)
print(stats.total_calls, stats.prim_calls)
for (file, line, name), (primitive, calls, _, _, callers) in sorted(stats.stats.items(), key=lambda item: item[0][2]):
    print(name, primitive, calls, sorted(caller[2] for caller in callers))
profile = cProfile.Profile()
profile.run("x = [len('a') for _ in range(5)]")
report(profile)
print(cProfile.label("text"), cProfile.label(work.__code__)[1:])
