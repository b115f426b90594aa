# DISABLE switches an event off at one instruction, until restart_events() or until the event is set anew.
import sys

monitoring = sys.monitoring
E = monitoring.events
out = []


def work():
    for i in range(3):
        len([i])
    return i


def report(title):
    print(title, len(out), out)
    out.clear()


monitoring.use_tool_id(1, "one")
monitoring.use_tool_id(3, "three")


def line(code, number):
    if code is work.__code__:
        out.append(("one", number - code.co_firstlineno))
        return monitoring.DISABLE


def line_three(code, number):
    if code is work.__code__: out.append(("three", number - code.co_firstlineno))


monitoring.register_callback(1, E.LINE, line)
monitoring.register_callback(3, E.LINE, line_three)
monitoring.set_events(1, E.LINE)
work()
report("disabled at once")
work()
report("still disabled")
monitoring.restart_events()
work()
report("restarted")
monitoring.set_events(1, 0)
monitoring.set_events(1, E.LINE)
work()
report("set anew")
monitoring.set_events(3, E.LINE)
work()
report("another tool")
monitoring.set_events(3, 0)
monitoring.set_events(1, 0)

for event in "PY_START", "PY_RETURN", "CALL", "BRANCH", "JUMP", "INSTRUCTION":
    def disables(code, *args, event=event):
        if code is work.__code__:
            out.append((event, args[0]))
            return monitoring.DISABLE
    monitoring.register_callback(1, E.__dict__[event], disables)
    monitoring.set_events(1, E.__dict__[event])
    work()
    work()
    monitoring.set_events(1, 0)
    report(event)


def fails():
    try: raise ValueError
    except ValueError: pass


for event in "RAISE", "EXCEPTION_HANDLED", "PY_UNWIND", "PY_THROW", "RERAISE":
    monitoring.register_callback(1, E.__dict__[event], lambda *args: monitoring.DISABLE)
    monitoring.set_events(1, E.__dict__[event])
    try:
        fails()
    except ValueError as error:
        print(event, repr(error))
    monitoring.set_events(1, 0)
    print(monitoring.register_callback(1, E.__dict__[event], None) is None)


def c_return(code, offset, callable, argument):
    if code is work.__code__:
        out.append(("c_return", callable.__name__))
        return monitoring.DISABLE


monitoring.register_callback(1, E.CALL, None)
monitoring.register_callback(1, E.C_RETURN, c_return)
monitoring.set_events(1, E.CALL | E.C_RETURN | E.C_RAISE)
try:
    work()
except ValueError as error:
    print(error)
monitoring.set_events(1, 0)
report("C_RETURN")
for tool in 1, 3: monitoring.free_tool_id(tool)
