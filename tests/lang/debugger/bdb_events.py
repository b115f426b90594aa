# A debugger of one's own on bdb: its user_ methods, breakpoints, and the stack.
import bdb


class Tracer(bdb.Bdb):
    def user_call(self, frame, args):
        self.note("call", frame)
        self.set_step()

    def user_line(self, frame):
        self.note("line", frame)
        if self.break_here(frame) and frame.f_code.co_name == "inner":
            print("  stack", [f.f_code.co_name for f, _ in self.get_stack(frame, None)[0]][-2:])
        if self.mode == "next": self.set_next(frame)
        elif self.mode == "return": self.set_return(frame)
        elif self.mode == "continue": self.set_continue()
        elif self.mode == "until": self.set_until(frame)
        else: self.set_step()

    def user_return(self, frame, value):
        self.note("return", frame, value)

    def user_exception(self, frame, info):
        self.note("exception", frame, info[0].__name__)

    def note(self, what, frame, *more):
        name = frame.f_code.co_name
        if name in ("inner", "outer", "fails", "numbers"): print(" ", what, name, frame.f_lineno - frame.f_code.co_firstlineno, *more)


def inner(n):
    total = 0
    for i in range(n):
        total += i
    return total


def numbers():
    yield 1
    yield 2


def fails():
    raise KeyError(1)


def outer():
    x = inner(2)
    for y in numbers():
        x += y
    try:
        fails()
    except KeyError:
        x = 0
    return x


for mode in "step", "next", "return", "until":
    print(mode)
    tracer = Tracer()
    tracer.mode = mode
    tracer.runcall(outer)
tracer = Tracer()
tracer.mode = "continue"
print(tracer.set_break(__file__, inner.__code__.co_firstlineno + 2, cond="n == 2"))
print(tracer.set_break(__file__, 100000))
print(tracer.get_breaks(__file__, inner.__code__.co_firstlineno + 2)[0].bpformat().split("at")[0])
tracer.runcall(outer)
print(tracer.get_file_breaks(__file__) == [inner.__code__.co_firstlineno + 2])
tracer.clear_all_breaks()
print(tracer.get_all_breaks())
