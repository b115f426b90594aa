# Traceback objects: lines, frames, names, how they grow through frames, tb_next set by hand, with_traceback, and what is cleared.
import sys, traceback, types
def one():
    two()
def two():
    try:
        three()
    finally:
        pass
def three():
    raise ValueError("deep")
def walk(tb):
    while tb is not None:
        yield tb.tb_frame.f_code.co_name, tb.tb_lineno - tb.tb_frame.f_code.co_firstlineno
        tb = tb.tb_next
try:
    one()
except ValueError as error:
    kept = error
    print(list(walk(error.__traceback__))[1:], sys.exception() is error, sys.exc_info()[2] is error.__traceback__)
print(sys.exception(), sys.exc_info())
full = kept.__traceback__
def reraise():
    raise kept
for _ in range(2):
    try:
        reraise()
    except ValueError as error:
        print([name for name, _ in walk(error.__traceback__)])
try:
    raise kept.with_traceback(None)
except ValueError as error:
    print([name for name, _ in walk(error.__traceback__)])
try:
    raise kept.with_traceback(full.tb_next)
except ValueError as error:
    print([name for name, _ in walk(error.__traceback__)])
tb = full.tb_next
print(isinstance(tb, types.TracebackType), tb.tb_lasti == tb.tb_frame.f_lasti, sorted(n for n in dir(tb) if n.startswith("tb")))
def show(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
show(lambda: setattr(tb, "tb_next", 3))
show(lambda: setattr(tb, "tb_next", tb))
show(lambda: setattr(tb, "tb_lineno", 3))
show(lambda: delattr(tb, "tb_next"))
show(lambda: types.TracebackType(tb, tb.tb_frame, 0, 77).tb_lineno)
show(lambda: types.TracebackType(3, tb.tb_frame, 0, 77))
show(lambda: types.TracebackType(None, 3, 0, 77))
tb.tb_next = None
print([name for name, _ in walk(full)])
frame = full.tb_next.tb_frame if full.tb_next else None
print(frame.f_code.co_name, frame.f_back.f_code.co_name, frame.f_locals)
frame.clear()
def local_values():
    secret = [1, 2]
    raise KeyError("locals")
try:
    local_values()
except KeyError as error:
    inner = error.__traceback__.tb_next.tb_frame
    print(inner.f_locals)
    inner.clear()
    print(inner.f_locals)
    traceback.clear_frames(error.__traceback__)
    show(lambda: sys._getframe().clear())
