"""Handlers of signals that the program sends itself."""
import os
import signal


def handler(number, frame):
    print("got", signal.Signals(number).name, frame.f_code.co_name)


def main():
    print(signal.getsignal(signal.SIGUSR1), signal.signal(signal.SIGUSR1, handler))
    signal.raise_signal(signal.SIGUSR1)
    print(signal.getsignal(signal.SIGUSR1) is handler, signal.signal(signal.SIGUSR1, signal.SIG_IGN) is handler)
    signal.raise_signal(signal.SIGUSR1)
    print(signal.signal(signal.SIGUSR1, signal.SIG_DFL) == signal.SIG_IGN)


main()
signal.signal(signal.SIGUSR2, signal.default_int_handler)
try:
    signal.raise_signal(signal.SIGUSR2)
except KeyboardInterrupt:
    print("interrupted")
signal.signal(signal.SIGINT, lambda number, frame: print("no", number))
signal.raise_signal(signal.SIGINT)
print(signal.signal(signal.SIGINT, signal.default_int_handler).__name__, signal.getsignal(signal.SIGINT) is signal.default_int_handler)


def failing(number, frame):
    raise ValueError(number)


signal.signal(signal.SIGTERM, failing)
try:
    signal.raise_signal(signal.SIGTERM)
except ValueError as error:
    print("ValueError", error)
