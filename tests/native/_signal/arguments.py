"""Errors of the functions of signal."""
import signal

def show(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__name__, error)

show(signal.signal, 0, signal.SIG_DFL)
show(signal.signal, 999, signal.SIG_DFL)
show(signal.signal, 2, 77)
show(signal.signal, 2, "x")
show(signal.signal, 2.0, signal.SIG_IGN)
show(signal.getsignal, 0)
show(signal.strsignal, 0)
show(signal.strsignal, 2)
show(signal.strsignal, signal.SIGSEGV)
show(signal.default_int_handler)
show(signal.set_wakeup_fd, -1)
show(signal.set_wakeup_fd, "a")
show(signal.set_wakeup_fd)
show(lambda: (signal.SIGINT, signal.SIGTERM.value, signal.Signals(9), signal.SIG_DFL))
show(lambda: signal.Signals(2).name)
show(lambda: {signal.SIGINT, signal.SIGTERM} <= signal.valid_signals())
show(lambda: type(signal.valid_signals()))
try:
    signal.default_int_handler(2, None)
except KeyboardInterrupt as error:
    print(repr(error))
