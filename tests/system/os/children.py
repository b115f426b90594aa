# os: system, popen, the spawn family, posix_spawn, waiting, and statuses
import os

print(os.system("exit 4"), os.waitstatus_to_exitcode(os.system("kill -9 $$")))
with os.popen("echo popen; exit 2") as pipe:
    print(pipe.read())
    print(pipe.close())
print(os.spawnlp(os.P_WAIT, "sh", "sh", "-c", "exit 5"), os.spawnvp(os.P_WAIT, "true", ["true"]))
print(os.spawnve(os.P_WAIT, "/bin/sh", ["sh", "-c", "exit $CODE"], {"CODE": "6"}))
pid = os.spawnl(os.P_NOWAIT, "/bin/sh", "sh", "-c", "sleep 1; exit 8")
print(os.waitpid(pid, os.WNOHANG))
found, status = os.waitpid(pid, 0)
print(found == pid, os.WIFEXITED(status), os.WEXITSTATUS(status))
reader, writer = os.pipe()
actions = [(os.POSIX_SPAWN_DUP2, writer, 1), (os.POSIX_SPAWN_CLOSE, reader)]
pid = os.posix_spawnp("echo", ["echo", "spawned"], os.environ, file_actions=actions)
print(os.wait() == (pid, 0), os.read(reader, 100))
try:
    os.posix_spawn("/nonexistent", ["x"], os.environ)
except FileNotFoundError as error:
    print(error)
try:
    os.wait()
except ChildProcessError as error:
    print(error)
print(os.get_inheritable(reader), os.get_blocking(reader))
os.set_blocking(reader, False)
try:
    os.read(reader, 1)
except BlockingIOError as error:
    print(error)
os.close(reader)
try:
    os.write(writer, b"x")
except BrokenPipeError as error:
    print(error)
