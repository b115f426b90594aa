# Assigning f_lineno in a trace function moves the frame: forwards, backwards, out of blocks and loops.
import sys
import warnings

output = []


def jump(func, start, end, event="line", times=1):
    left = times
    first = func.__code__.co_firstlineno

    def trace(frame, what, arg):
        nonlocal left
        if frame.f_code is not func.__code__:
            return trace
        if what == event and frame.f_lineno == first + start and left:
            left -= 1
            try:
                frame.f_lineno = first + end
            except ValueError as error:
                output.append(str(error).replace(str(first + end), "N"))
        return trace

    output.clear()
    sys.settrace(trace)
    try:
        func()
    except Exception as error:
        output.append(repr(error))
    sys.settrace(None)
    print(func.__name__, start, end, event, output)


def straight():
    output.append(1)
    output.append(2)
    output.append(3)
    output.append(4)


def blocks():
    output.append(1)
    for i in (1, 2):
        output.append(3)
        while True:
            output.append(5)
            break
    try:
        output.append(8)
        raise ValueError
    except ValueError:
        output.append(11)
    finally:
        output.append(13)
    with open(__file__) as file:
        output.append(15)
    output.append(16)
    return output.append(17)


def bound():
    output.append(1)
    x = 2
    output.append(x)
    del x
    output.append(5)


class Manager:
    def __enter__(self): output.append("enter")
    def __exit__(self, *args): output.append("exit")


def managers():
    with Manager():
        output.append(2)
        with Manager():
            output.append(4)
        output.append(5)
    output.append(6)


def one():
    for i in 1, 2: output.append(i)
    output.append(3)


for start, end in (1, 3), (3, 1), (2, 2), (4, 1), (1, 100), (1, -1), (1, 0), (2, 1):
    jump(straight, start, end)
for start in 1, 3, 5, 8, 11, 13, 15, 16:
    for end in 1, 3, 5, 8, 11, 13, 15, 17:
        jump(blocks, start, end)
for start in 2, 4, 6:
    for end in 1, 2, 4, 5, 6:
        jump(managers, start, end)
jump(one, 1, 2)
jump(one, 2, 1)
jump(blocks, 9, 3, "exception")
jump(blocks, 9, 3, "return")
jump(straight, 0, 2, "call")
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    jump(bound, 1, 3)
    jump(bound, 5, 3)
    jump(bound, 1, 5)
    print([(str(each.message), each.category.__name__) for each in caught])


def outside():
    try:
        sys._getframe().f_lineno = 5
    except ValueError as error:
        print(error)
    for value in "x", 1.5, True, None:
        try:
            sys._getframe().f_lineno = value
        except ValueError as error:
            print(error)
    try:
        del sys._getframe().f_lineno
    except AttributeError as error:
        print(error)


outside()


def huge(frame, event, arg):
    if event == "line":
        for value in 1 << 40, True:
            try:
                frame.f_lineno = value
            except ValueError as error:
                print(error)
        return None
    return huge


sys.settrace(huge)
straight()
sys.settrace(None)


def in_profile(frame, event, arg):
    if frame.f_code.co_name == "straight":
        try:
            frame.f_lineno = frame.f_code.co_firstlineno + 3
        except ValueError as error:
            print(event, error)


sys.setprofile(in_profile)
straight()
sys.setprofile(None)
