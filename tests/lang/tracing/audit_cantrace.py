"""A hook of sys.addaudithook is traced only while its __cantrace__ is true."""
import sys

traced = []
names = []


class Hook:
    def __call__(self, event, args):
        names.append(event)


def trace(frame, event, arg):
    if frame.f_code is Hook.__call__.__code__:
        traced.append(event)


hook = Hook()
sys.addaudithook(hook)
old = sys.gettrace()
sys.settrace(trace)
steps = []
eval("1")
steps.append(len(traced))
hook.__cantrace__ = False
eval("2")
steps.append(len(traced))
hook.__cantrace__ = True
eval("3")
steps.append(len(traced))
hook.__cantrace__ = 1
eval("4")
steps.append(len(traced))
hook.__cantrace__ = 0
steps.append(len(traced))
eval("5")
sys.settrace(old)
print(steps, traced)
print([name for name in names if name not in ("compile", "object.__getattr__")])
