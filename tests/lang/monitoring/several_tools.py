# Tools are told in order, the highest first, trace and profile functions before them; callbacks see no events.
import sys

m = sys.monitoring
E = m.events
out = []


def work(n):
    x = abs(n)
    return x


for tool in 0, 3, 5:
    m.use_tool_id(tool, f"t{tool}")
    for event in E.PY_START, E.PY_RETURN, E.LINE, E.CALL, E.C_RETURN:
        m.register_callback(tool, event, lambda code, *args, tool=tool, event=event: code is work.__code__ and out.append((tool, event)))
    m.set_events(tool, E.PY_START | E.PY_RETURN | E.LINE | E.CALL | E.C_RETURN | E.C_RAISE)


def trace(frame, event, arg):
    if frame.f_code is work.__code__: out.append(("trace", event))
    return trace


def profile(frame, event, arg):
    if frame.f_code is work.__code__: out.append(("profile", event))


sys.settrace(trace)
sys.setprofile(profile)
work(1)
sys.settrace(None)
sys.setprofile(None)
for tool in 0, 3, 5: m.set_events(tool, 0)
for each in out: print(*each)
out.clear()


def nested(code, *args):
    if code is work.__code__:
        out.append(("nested", args))
        work(2)


m.register_callback(0, E.PY_START, nested)
m.set_events(0, E.PY_START)
work(1)
m.set_events(0, 0)
print(out)
out.clear()


def fails(code, *args):
    if code is work.__code__ or code is caller.__code__:
        out.append(args[-1] if isinstance(args[-1], (int, BaseException)) else "other")
        raise RuntimeError("callback")


def caller():
    try:
        return work(-1)
    except RuntimeError as error:
        return f"caught {error}"


for event in E.PY_START, E.PY_RETURN, E.CALL, E.C_RETURN, E.BRANCH, E.EXCEPTION_HANDLED:
    for each in vars(E).values():
        if each: m.register_callback(0, each, None)
    m.register_callback(0, event, fails)
    m.set_events(0, event if event not in (E.CALL, E.C_RETURN) else E.CALL | E.C_RETURN | E.C_RAISE)
    try:
        print(event, caller())
    except Exception as error:
        m.set_events(0, 0)
        print(event, "raised", error, error.__traceback__.tb_next and error.__traceback__.tb_next.tb_frame.f_code.co_name)
    m.set_events(0, 0)


def change(code, *args):
    if code is work.__code__:
        out.append("changed")
        m.set_events(0, E.PY_RETURN)


out.clear()
m.register_callback(0, E.PY_START, change)
m.register_callback(0, E.PY_RETURN, lambda code, *args: out.append(("return", code.co_name, args[-1])))
m.set_events(0, E.PY_START)
work(5)
m.set_events(0, 0)
print(out)
for tool in 0, 3, 5: m.free_tool_id(tool)
