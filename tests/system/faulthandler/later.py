"""A watchdog writes all stacks when a time is over, once or again and again, or ends the program."""
import faulthandler
import re
import subprocess
import sys
import tempfile
import time


def spin(seconds):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        pass


def watched(work, seconds, timeout, **options):
    with tempfile.TemporaryFile("w+") as file:
        faulthandler.dump_traceback_later(timeout, file=file, **options)
        work(seconds)
        faulthandler.cancel_dump_traceback_later()
        file.seek(0)
        text = file.read()
    return re.sub("0x[0-9a-f]{16}", "0x...", re.sub(r'"[^"]*/later\.py", line \d+', '"later.py"', text))


print(watched(spin, 0.5, 0.1))
print(watched(time.sleep, 0.5, 0.125))
print(watched(spin, 0.7, 0.1, repeat=True).count("Timeout (0:00:00.100000)!\nThread 0x...") >= 3)
print(repr(watched(spin, 0.1, 60)))
for arguments in ((0,), (-1.5,), ("x",), (float("nan"),), (1e300,), (10**30,), (1, "x")):
    try:
        faulthandler.dump_traceback_later(*arguments)
    except Exception as error:
        print(type(error).__name__, error)
program = "import faulthandler, time; faulthandler.dump_traceback_later(0.1, exit=True); time.sleep(30); print('no')"
ended = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
print(ended.returncode, ended.stdout, ended.stderr.splitlines()[::2])
