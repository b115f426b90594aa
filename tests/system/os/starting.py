# Starting programs: what a child is given and set to, and what is said of wrong arguments.
import os
import signal
import subprocess
import sys


def attempt(name, function, *args, **keywords):
    try:
        result = function(*args, **keywords)
    except Exception as error:
        print(name, type(error).__name__, error)
    else:
        if function in (os.posix_spawn, os.posix_spawnp):
            print(name, os.waitstatus_to_exitcode(os.waitpid(result, 0)[1]))
        else:
            print(name, result)


def tell(script, **keywords):
    reader, writer = os.pipe()
    actions = [(os.POSIX_SPAWN_DUP2, writer, 1), (os.POSIX_SPAWN_CLOSE, writer)]
    pid = os.posix_spawn("/bin/sh", ["sh", "-c", script], os.environ, file_actions=actions, **keywords)
    os.close(writer)
    with open(reader) as file:
        text = file.read().split()
    os.waitpid(pid, 0)
    return pid, text


status = r"sed -n 's/^\(SigBlk\|SigIgn\|Groups\|NSpgid\|NSsid\)://p' /proc/$$/status; echo"
pid, (group, session) = tell("sed 's/.*) //' /proc/$$/stat | cut -d' ' -f3,4", setpgroup=0)
print(int(group) == pid, int(session) == os.getsid(0))
pid, (group, session) = tell("sed 's/.*) //' /proc/$$/stat | cut -d' ' -f3,4", setsid=True)
print(int(group) == pid, int(session) == pid)
pid, (group, session) = tell("sed 's/.*) //' /proc/$$/stat | cut -d' ' -f3,4", setpgroup=os.getpgrp())
print(int(group) == os.getpgrp(), int(session) == os.getsid(0))
print(tell("sed -n 's/^SigBlk:[[:space:]]*//p' /proc/$$/status", setsigmask=[signal.SIGUSR1, signal.SIGUSR2])[1])
print(tell("kill -TERM $$; sleep 5; echo still here", setsigmask=[])[1], tell("echo $0 $1", setsigdef=[signal.SIGINT])[1])
print(tell("ulimit -t > /dev/null; exit 3", scheduler=(os.SCHED_OTHER, os.sched_param(0)))[1])
result = subprocess.run(["sh", "-c", "sed 's/.*) //' /proc/$$/stat | cut -d' ' -f3,4; echo $$"], capture_output=True, text=True, process_group=0)
group, session, pid = map(int, result.stdout.split())
print(group == pid, session == os.getsid(0))

with open("output", "w"):
    pass
actions = [(os.POSIX_SPAWN_OPEN, 5, "output", os.O_WRONLY | os.O_CREAT, 0o600), (os.POSIX_SPAWN_DUP2, 5, 1), (os.POSIX_SPAWN_CLOSE, 5), (os.POSIX_SPAWN_CLOSE, 0)]
pid = os.posix_spawnp("sh", ["a name", "-c", "echo $0; [ -e /proc/$$/fd/0 ] || echo closed; [ -e /proc/$$/fd/5 ] || echo gone"], {"PATH": os.environ["PATH"]}, file_actions=actions)
print(os.waitpid(pid, 0)[1], open("output").read().split("\n"))

true, args = "/bin/true", ["/bin/true"]
for actions in (
    [None], [()], [(None,)], [(12345,)], [(1,)], [(1, 1, 2)], [(1, None)], [(0, 3, "x\0y", 0, 0)], [(0, 3, "absent", 0, 0)], [(2, 1)], [(2, 1, "x")],
    5, None, "x", [5], [(2, 99, 1)], (), [(os.POSIX_SPAWN_OPEN, 4, "/dev/null", os.O_RDONLY, 0)],
):
    attempt(f"file_actions={actions}", os.posix_spawn, true, args, {}, file_actions=actions)
for keywords in (
    {"setsigmask": None}, {"setsigmask": "x"}, {"setsigmask": [999]}, {"setsigdef": 5}, {"setsigdef": [0]}, {"setsigdef": [signal.SIGUSR1]}, {"scheduler": 5},
    {"scheduler": (None, None)}, {"scheduler": (1, 2)}, {"setpgroup": None}, {"setpgroup": "x"}, {"setpgroup": -5}, {"setpgroup": 0}, {"setsid": True}, {"resetids": True},
):
    attempt(keywords, os.posix_spawn, true, args, {}, **keywords)
for name, call in (
    ("environment", (true, args, {"a=b": "c"})), ("environment", (true, args, {"a\0": "c"})), ("environment", (true, args, {"a": "c\0"})), ("environment", (true, args, 5)),
    ("environment", (true, args, {1: 2})), ("environment", (true, args, {"": "2"})), ("environment", (true, args, None)), ("argv", (true, 5, {})), ("argv", (true, [], {})),
    ("argv", (true, [""], {})), ("argv", (true, ["a\0"], {})), ("argv", (true, [5], {})), ("path", ("absent", args, {})), ("path", (5, args, {})),
):
    attempt("posix_spawn: " + name, os.posix_spawn, *call)
    if name != "path":
        attempt("execve: " + name, os.execve, *call)
for call in ((true, 5), (true, []), (true, [""]), (true, [5]), ("absent", args), (5, args)):
    attempt(f"execv{call}", os.execv, *call)
for call in ((true, args), (true, 5), (true, []), (true, [""]), ("absent", args), ("/bin/false", ["false"])):
    attempt(f"spawnv{call}", os.spawnv, os.P_WAIT, *call)
attempt("spawnve", os.spawnve, os.P_WAIT, true, args, {"a=b": "c"})
print(os.waitstatus_to_exitcode(os.waitpid(os.spawnv(os.P_NOWAIT, "absent", args), 0)[1]), os.system("exit 3") >> 8)
for call in (("a=b", "c"), ("", "c"), ("a\0", "c"), ("a", "c\0"), (5, "c"), ("NAME", "content")):
    attempt(f"putenv{call}", os.putenv, *call)
for name in "a=b", "", "a\0", "NAME":
    attempt(f"unsetenv({name!r})", os.unsetenv, name)
