# The events of sys.settrace for exceptions: raising, handling, finally, with, groups.
import sys

events = []


def record(frame, event, arg):
    shown = type(arg).__name__ if " at 0x" in repr(arg) else repr(arg)
    if event == "exception":
        shown = f"{arg[0].__name__} {arg[1]} {arg[2] is not None}"
    events.append((frame.f_code.co_name, event, frame.f_lineno - frame.f_code.co_firstlineno, shown))
    return record


def show(func, *args):
    events.clear()
    sys.settrace(record)
    try:
        func(*args)
    except Exception as error:
        sys.settrace(None)
        print("raised", repr(error))
    sys.settrace(None)
    print(func.__name__)
    for each in events:
        print("  ", *each)


class Manager:
    def __init__(self, hides): self.hides = hides
    def __enter__(self): return self
    def __exit__(self, *args):
        return self.hides


def handled():
    try:
        raise ValueError("a")
    except KeyError:
        x = 1
    except ValueError as error:
        x = 2
    else:
        x = 3
    finally:
        x = 4


def reraised():
    try:
        try:
            1 / 0
        except ZeroDivisionError:
            raise
        finally:
            y = 1
    except Exception:
        pass


def chained():
    try:
        try:
            {}["k"]
        except KeyError as error:
            raise RuntimeError("r") from error
    except RuntimeError:
        return 1


def leaves():
    try:
        int("x")
    finally:
        y = 1


def through():
    leaves()


def managers():
    with Manager(True) as m:
        raise ValueError
    with Manager(False), \
         Manager(True):
        x = 1
    with Manager(False):
        return 5


def groups():
    try:
        raise ExceptionGroup("g", [ValueError(1), KeyError(2)])
    except* ValueError:
        x = 1
    except* KeyError as e:
        x = 2


def loop():
    for i in range(3):
        try:
            if i == 1: continue
            if i == 2: break
        finally:
            x = i


class Ends:
    def __iter__(self): return self
    def __next__(self): raise StopIteration


def ends():
    for x in Ends(): pass
    next(Ends(), None)
    list(Ends())
    a, = [1]
    try: a, b = Ends()
    except ValueError: pass


show(handled)
show(reraised)
show(chained)
show(through)
show(managers)
show(groups)
show(loop)
show(ends)
