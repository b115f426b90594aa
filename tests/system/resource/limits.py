# resource: limits of this process and of a child, what was used, and the errors of each function.
import os
import resource
import subprocess
import sys


def attempt(function, *arguments):
    try:
        print(function(*arguments))
    except Exception as error:
        print(type(error).__name__, error)


soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
print(type(soft) is int, soft > 0, resource.prlimit(0, resource.RLIMIT_NOFILE) == (soft, hard))
resource.setrlimit(resource.RLIMIT_NOFILE, (100, 200))
print(resource.getrlimit(resource.RLIMIT_NOFILE))
print(resource.prlimit(os.getpid(), resource.RLIMIT_NOFILE, [90, 190]), resource.getrlimit(resource.RLIMIT_OFILE))
resource.setrlimit(resource.RLIMIT_CORE, (0, resource.RLIM_INFINITY) if resource.getrlimit(resource.RLIMIT_CORE)[1] == -1 else (0, 0))
print(resource.getrlimit(resource.RLIMIT_CORE)[0])
for name in sorted(vars(resource)):
    if name.startswith("RLIMIT_"):
        lower, upper = resource.getrlimit(getattr(resource, name))
        print(name, getattr(resource, name), upper == -1 or -1 < lower <= upper)

attempt(resource.setrlimit, resource.RLIMIT_NOFILE, (150, 100))
attempt(resource.setrlimit, resource.RLIMIT_NOFILE, (1, 2, 3))
attempt(resource.setrlimit, resource.RLIMIT_NOFILE, 5)
attempt(resource.setrlimit, resource.RLIMIT_NOFILE, ("a", "b"))
attempt(resource.getrlimit, 16)
attempt(resource.getrlimit, -1)
attempt(resource.getrlimit, "x")
attempt(resource.getrusage, 7)
attempt(resource.prlimit, 2**22 - 1, resource.RLIMIT_CPU)
print(resource.error is OSError, resource.RLIM_INFINITY, resource.getpagesize())

used = resource.getrusage(resource.RUSAGE_SELF)
print(type(used), len(used), used.ru_utime > 0, used.ru_maxrss > 1000, used.ru_ixrss, used[2] == used.ru_maxrss)
subprocess.run([sys.executable, "-c", "sum(range(200000))"], check=True)
children = resource.getrusage(resource.RUSAGE_CHILDREN)
print(children.ru_utime + children.ru_stime > 0, children.ru_minflt > 0)
later = resource.getrusage(resource.RUSAGE_SELF)
print(later.ru_utime >= used.ru_utime)
