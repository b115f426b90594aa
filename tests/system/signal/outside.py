# Signals from outside reach Python's handlers while the program waits, computes, or sleeps; alarms and timers
import os
import signal
import subprocess
import sys
import time

seen = []
signal.signal(signal.SIGUSR1, lambda number, frame: seen.append((number, frame is not None)))
send = f"kill -USR1 {os.getpid()}"
subprocess.run(send, shell=True)
print(seen)
subprocess.Popen(f"sleep 0.1; {send}", shell=True)
while len(seen) < 2:
    pass
print(len(seen))

def stop(number, frame):
    raise RuntimeError("stopped")

signal.signal(signal.SIGALRM, stop)
print(signal.alarm(1), signal.alarm(0), signal.alarm(1))
try:
    time.sleep(30)
except RuntimeError as error:
    print(error)
ticks = []
signal.signal(signal.SIGALRM, lambda *_: ticks.append(1))
print(signal.setitimer(signal.ITIMER_REAL, 0.02, 0.02))
while len(ticks) < 3:
    signal.pause()
print(signal.setitimer(signal.ITIMER_REAL, 0)[1])
code = "import signal; signal.alarm(1); signal.pause()"
print(subprocess.run([sys.executable, "-c", code]).returncode == -signal.SIGALRM)
code = "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); print(1, flush=True); time.sleep(0.5); print(2)"
child = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE)
print(child.stdout.readline())
child.terminate()
print(child.stdout.read(), child.wait())
