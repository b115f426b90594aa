# set_local_events() watches one code object; with global events both count once.
import sys

monitoring = sys.monitoring
E = monitoring.events
out = []


def one(n):
    two(n)
    return n


def two(n):
    x = n
    return x + 1


def gen():
    yield 1


monitoring.use_tool_id(0, "tool")
for event in "PY_START", "PY_RETURN", "LINE", "CALL", "PY_YIELD":
    monitoring.register_callback(
        0, E.__dict__[event], lambda code, arg, *rest, event=event: out.append((event, code.co_name, arg if event == "LINE" else None)))


def run():
    one(1)
    list(gen())


def report(title):
    print(title)
    for each in out: print("  ", *each)
    out.clear()


monitoring.set_local_events(0, two.__code__, E.PY_START | E.LINE | E.PY_RETURN)
run()
report("local")
print(monitoring.get_local_events(0, two.__code__), monitoring.get_local_events(0, one.__code__), monitoring.get_events(0))
monitoring.set_local_events(0, gen.__code__, E.PY_YIELD)
monitoring.set_events(0, E.PY_START)
run()
report("both")
monitoring.set_local_events(0, two.__code__, 0)
run()
report("global and the generator")
monitoring.set_events(0, 0)
monitoring.set_local_events(0, gen.__code__, 0)
run()
report("none")
monitoring.set_local_events(0, run.__code__, E.CALL)
run()
report("calls")
print(monitoring.get_events(0), monitoring.get_local_events(0, run.__code__), monitoring._all_events())
monitoring.set_local_events(0, run.__code__, 0)


class Local:
    def __init__(self): self.x = 1


monitoring.set_local_events(0, Local.__init__.__code__, E.LINE)
Local()
report("method")
monitoring.free_tool_id(0)
