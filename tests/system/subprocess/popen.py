# subprocess.Popen: pipelines, large data both ways, reading lines, poll, signals, passed descriptors
import os
import signal
import subprocess

first = subprocess.Popen(["printf", "a b c"], stdout=subprocess.PIPE)
second = subprocess.Popen(["wc", "-w"], stdin=first.stdout, stdout=subprocess.PIPE)
first.stdout.close()
print(second.communicate()[0].strip(), first.wait(), second.returncode)
with subprocess.Popen(["cat"], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as cat:
    out, err = cat.communicate(b"0123456789" * 100_000)
    print(len(out), err, cat.returncode)
with subprocess.Popen(["cat"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1) as cat:
    for word in ("one", "two"):
        cat.stdin.write(word + "\n")
        print(cat.stdout.readline(), end="")
    cat.stdin.close()
    print(repr(cat.stdout.read()))
for line in subprocess.Popen("echo 1; sleep 0.1; echo 2", shell=True, stdout=subprocess.PIPE).stdout:
    print(line)
sleeper = subprocess.Popen(["sleep", "30"])
print(sleeper.poll())
sleeper.terminate()
print(sleeper.wait() == -signal.SIGTERM, sleeper.poll())
reader, writer = os.pipe()
subprocess.run(f"echo through >&{writer}", shell=True, pass_fds=[writer])
print(os.read(reader, 100))
os.close(writer)
print(os.read(reader, 100))
own = subprocess.Popen(["sleep", "30"], start_new_session=True)
print(os.getpgid(own.pid) == own.pid != os.getpgrp(), os.getsid(own.pid) == own.pid)
os.killpg(own.pid, signal.SIGKILL)
print(own.wait())
