"""Stacks on signals that a program chose, before its own handlers, and on those that end it."""
import faulthandler
import os
import re
import signal
import subprocess
import sys
import tempfile


def plain(text):
    return re.sub("0x[0-9a-f]{16}", "0x...", re.sub(r'"[^"]*/signals\.py", line \d+', '"signals.py"', text))


def sent(**options):
    with tempfile.TemporaryFile("w+") as file:
        faulthandler.register(signal.SIGUSR1, file, **options)
        os.kill(os.getpid(), signal.SIGUSR1)
        file.seek(0)
        return plain(file.read())


signal.signal(signal.SIGUSR1, lambda number, frame: print("handler", number))
print(sent())
faulthandler.unregister(signal.SIGUSR1)
print(sent(all_threads=False, chain=True))
print(signal.getsignal(signal.SIGUSR1) is not signal.SIG_DFL)
print(faulthandler.unregister(signal.SIGUSR1), faulthandler.unregister(signal.SIGUSR1))
os.kill(os.getpid(), signal.SIGUSR1)
for number in (signal.SIGSEGV, signal.SIGABRT, 0, 100, -1, "x"):
    for function in (faulthandler.register, faulthandler.unregister):
        try:
            function(number)
        except Exception as error:
            print(type(error).__name__, error)


def run(program, *options, **environment):
    command = [sys.executable, *options, "-c", program]
    ended = subprocess.run(command, capture_output=True, text=True, env={**os.environ, **environment})
    print(ended.returncode, plain(ended.stderr))


run("import os; os.abort()")
run("import os; os.abort()", "-X", "faulthandler")
run("import os\ndef f(): os.kill(os.getpid(), 11)\nf()", "-X", "dev")
run("import signal; signal.raise_signal(8)", PYTHONFAULTHANDLER="1")
run("import faulthandler as f; f.enable(all_threads=False); f._sigsegv()")
run("import faulthandler as f; f.enable(); print(f.is_enabled(), f.disable(), f.disable()); f._sigabrt()")
run("import faulthandler, os, signal; faulthandler.register(12, chain=True); os.kill(os.getpid(), 12); print('no')")
run("import sys; print('faulthandler' in sys.modules, file=sys.stderr)", "-X", "faulthandler")
run("import tracemalloc as t, sys; print(t.is_tracing(), t.get_traceback_limit(), file=sys.stderr)", "-X", "tracemalloc=3")
run("import tracemalloc as t, sys; print(t.is_tracing(), t.get_traceback_limit(), file=sys.stderr)", PYTHONTRACEMALLOC="2")
for option in ("tracemalloc=x", "tracemalloc=-1"):
    run("pass", "-X", option)
