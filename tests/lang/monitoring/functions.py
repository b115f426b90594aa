# The functions of sys.monitoring: their checks and what they give.
import sys

m = sys.monitoring
E = m.events
print(E)
print(m.DEBUGGER_ID, m.COVERAGE_ID, m.PROFILER_ID, m.OPTIMIZER_ID, m.__name__, "sys.monitoring" in sys.modules)


def attempt(func, *args):
    try:
        print(func.__name__, *args, "->", func(*args))
    except Exception as error:
        print(func.__name__, *args, type(error).__name__, error)


code = attempt.__code__
for tool in -1, 6, 7, "x", 1.5, None, 1 << 40:
    attempt(m.use_tool_id, tool, "name")
    attempt(m.get_tool, tool)
attempt(m.use_tool_id, 1, b"name")
attempt(m.use_tool_id, 1, "name")
attempt(m.use_tool_id, 1, "other")
attempt(m.get_tool, 1)
attempt(m.get_tool, 2)
attempt(m.set_events, 2, E.LINE)
attempt(m.set_events, 1, -1)
attempt(m.set_events, 1, 1 << 17)
attempt(m.set_events, 1, E.C_RETURN)
attempt(m.set_events, 1, E.C_RAISE | E.CALL)
attempt(m.set_events, 7, 0)
attempt(m.set_events, 1, "x")
attempt(m.get_events, 1)
attempt(m.get_events, 2)
attempt(m.get_events, 9)
for args in (1, None, 0), (2, code, E.LINE), (1, code, -1), (1, code, 1 << 17), (1, code, E.C_RETURN), (9, code, 0):
    try:
        m.set_local_events(*args)
    except Exception as error:
        print(type(error).__name__, error)
for args in (1, None), (9, code):
    try:
        m.get_local_events(*args)
    except Exception as error:
        print(type(error).__name__, error)
print(m.get_local_events(1, code))
attempt(m.register_callback, 1, 0, None)
attempt(m.register_callback, 1, 3, None)
attempt(m.register_callback, 1, 1 << 17, None)
attempt(m.register_callback, 1, -1, None)
attempt(m.register_callback, 8, 1, None)
attempt(m.register_callback, 3, E.LINE, len)
attempt(m.register_callback, 3, E.LINE, max)
attempt(m.register_callback, 3, E.LINE, None)
attempt(m.register_callback, 3, E.LINE, 5)
attempt(m.register_callback, 3, E.LINE, None)
attempt(m._all_events)
m.register_callback(1, E.PY_START, lambda *args: None)
m.set_events(1, E.PY_START | E.CALL | E.C_RETURN | E.C_RAISE)
print(m._all_events(), m.get_events(1))
m.free_tool_id(1)
print(m.get_tool(1), m.get_events(1))
attempt(m.free_tool_id, 1)
attempt(m.set_events, 1, 0)
m.use_tool_id(1, "again")
m.set_events(1, 0)
print(m._all_events())
sys.settrace(lambda *args: None)
print(m._all_events())
sys.setprofile(lambda *args: None)
print(m._all_events())
sys.settrace(None)
sys.setprofile(None)
print(m._all_events())
for name in sorted(dir(m)):
    if not name.startswith("__"): print(name, getattr(getattr(m, name), "__text_signature__", None))
attempt(m.restart_events)
attempt(m.use_tool_id, 1)
m.free_tool_id(1)
