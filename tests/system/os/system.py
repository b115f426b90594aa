# What os tells of the system and of processes: limits and options, priorities, processors, users, devices, waitid.
import os
import resource
import signal
import sys


def attempt(name, function, *args, **keywords):
    try:
        result = function(*args, **keywords)
    except Exception as error:
        print(name, type(error).__name__, error)
    else:
        print(name, result)


# Limits and options
print(os.sysconf("SC_PAGESIZE") == os.sysconf("SC_PAGE_SIZE") == resource.getpagesize(), os.sysconf("SC_CLK_TCK"))
print(os.sysconf("SC_NPROCESSORS_ONLN") == os.cpu_count(), os.sysconf(os.sysconf_names["SC_IOV_MAX"]), os.sysconf("SC_AIO_MAX"))
print(os.sysconf("SC_OPEN_MAX") == resource.getrlimit(resource.RLIMIT_NOFILE)[0], os.sysconf("SC_ULONG_MAX"))
with open("file", "w") as file:
    fd = file.fileno()
    print(os.pathconf("/", "PC_NAME_MAX"), os.fpathconf(file, "PC_NAME_MAX"), os.pathconf(fd, "PC_LINK_MAX") > 1, os.fpathconf(fd, 5))
print(os.confstr("CS_PATH"), os.confstr("CS_LFS_CFLAGS"), os.confstr(2).split()[0])
print(len(os.sysconf_names), len(os.pathconf_names), len(os.confstr_names), list(os.pathconf_names)[:3])
for function, args in (
    (os.sysconf, ("absent",)), (os.sysconf, (99999,)), (os.sysconf, (1.5,)), (os.sysconf, (2**40,)), (os.pathconf, ("absent", 3)),
    (os.pathconf, ("/", 999)), (os.pathconf, ("/", "absent")), (os.fpathconf, (99, 3)), (os.confstr, (9999,)), (os.confstr, ("absent",)),
):
    attempt(f"{function.__name__}{args}", function, *args)

# Priorities, scheduling, processors
print(os.nice(0) == os.getpriority(os.PRIO_PROCESS, 0) == os.getpriority(os.PRIO_PROCESS, os.getpid()))
print(os.getpriority(os.PRIO_PGRP, 0) <= os.nice(0), os.getpriority(os.PRIO_USER, 0) <= os.nice(0))
before = os.nice(0)
print(os.nice(2) - before, os.nice(100), os.getpriority(os.PRIO_PROCESS, 0))
print(os.sched_getaffinity(0) <= set(range(os.sysconf("SC_NPROCESSORS_CONF"))), os.sched_yield(), len(os.getloadavg()), {type(load) for load in os.getloadavg()})
first = min(os.sched_getaffinity(0))
os.sched_setaffinity(0, [first])
print(os.sched_getaffinity(os.getpid()) == {first})
print(os.sched_getscheduler(0), os.sched_getparam(0), [os.sched_get_priority_max(each) for each in (0, 1, 2, 3, 5)], [os.sched_get_priority_min(each) for each in (0, 1, 2, 3, 5)])
os.sched_setscheduler(0, os.SCHED_BATCH, os.sched_param(0))
print(os.sched_getscheduler(0) == os.SCHED_BATCH, os.sched_param(7), os.sched_param(sched_priority="x").sched_priority)
for name, args in (
    ("getpriority", (5, 0)), ("getpriority", (0, 2**22 + 1)), ("getpriority", (0, 2**40)), ("setpriority", (7, 0, 0)), ("nice", ("x",)), ("nice", (2**40,)),
    ("sched_getaffinity", (2**22 + 1,)), ("sched_setaffinity", (0, [])), ("sched_setaffinity", (0, [-1])), ("sched_setaffinity", (0, 5)), ("sched_setaffinity", (0, ["x"])),
    ("sched_getscheduler", (2**22 + 1,)), ("sched_getscheduler", (-1,)), ("sched_get_priority_max", (99,)), ("sched_setscheduler", (0, 0, 5)), ("sched_setparam", (0, None)),
    ("sched_setparam", (0, os.sched_param("x"))), ("sched_setparam", (0, os.sched_param(2**40))), ("sched_param", ()), ("sched_setscheduler", (0, 99, os.sched_param(0))),
):
    attempt(f"{name}{args}", getattr(os, name), *args)

# Users and groups
print(os.getresuid() == (os.getuid(), os.geteuid(), os.geteuid()), os.getresgid() == (os.getgid(), os.getegid(), os.getegid()))
print({type(group) for group in os.getgroups()} <= {int}, os.getgrouplist("nobody of that name", 7), os.getgrouplist("root", 0)[0])
os.setuid(os.getuid())
os.setegid(os.getegid())
for name, args in (("setuid", ("x",)), ("setuid", (-2,)), ("setgid", (2**70,)), ("seteuid", (2**32,)), ("setgroups", (5,)), ("setgroups", (["x"],)), ("getgrouplist", (5, 5)), ("getgrouplist", ("a\0b", 5))):
    attempt(f"{name}{args}", getattr(os, name), *args)

# Devices, terminals
for device in 0, 2049, 2**63 + 5, 0x123456789ABCDEF0:
    print(os.major(device), os.minor(device))
print(os.makedev(8, 1), os.makedev(2**20 + 5, 2**25 + 77), os.makedev(-1, 1), os.stat("/dev/null").st_rdev == os.makedev(1, 3))
print(os.ctermid(), os.device_encoding(99), len(os.getrandom(20)), os.getrandom(0))
reader, writer = os.pipe()
for name, args in (
    ("major", (-1,)), ("minor", (2**64,)), ("major", (1.5,)), ("makedev", (2**32, 1)), ("ttyname", (99,)), ("ttyname", (reader,)), ("tcgetpgrp", (reader,)),
    ("getrandom", (-1,)), ("getrandom", (5, 99)), ("getrandom", ("x",)), ("device_encoding", (reader,)), ("device_encoding", ("x",)),
):
    attempt(name, getattr(os, name), *args)

# Children
attempt("waitid", os.waitid, os.P_ALL, 0, os.WEXITED)
pid = os.posix_spawn(sys.executable, [sys.executable, "-c", "raise SystemExit(7)"], os.environ)
result = os.waitid(os.P_PID, pid, os.WEXITED | os.WNOWAIT)
print(result.si_pid == pid, result.si_signo == signal.SIGCHLD, result.si_status, result.si_code == os.CLD_EXITED)
print(os.waitid(os.P_ALL, 0, os.WEXITED)[3], len(result), result == os.waitid_result(tuple(result)))
pid = os.posix_spawn("/bin/sleep", ["sleep", "60"], os.environ)
print(os.waitid(os.P_PID, pid, os.WEXITED | os.WNOHANG))
os.kill(pid, signal.SIGTERM)
result = os.waitid(os.P_PGID, os.getpgid(pid), os.WEXITED)
print(result.si_pid == pid, result.si_status == signal.SIGTERM, result.si_code == os.CLD_KILLED)
for args in ((9, 0, os.WEXITED), (os.P_ALL, 0, 0), (os.P_PID, 1, os.WEXITED), ("x", 0, 0)):
    attempt(f"waitid{args}", os.waitid, *args)
print(os.WIFCONTINUED(0xFFFF), os.WIFCONTINUED(0), os.WIFSTOPPED(0x7F))
os.sync()
