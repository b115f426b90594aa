"""The stacks of one thread, or of all, the youngest first; names are cut and made ASCII."""
import faulthandler
import re
import tempfile
import threading


def dumped(**options):
    with tempfile.TemporaryFile("w+") as file:
        faulthandler.dump_traceback(file, **options)
        file.seek(0)
        text = file.read()
    text = re.sub(r'"[^"]*/(threading\.py|dump\.py)", line \d+', r'"\1"', text)
    return re.sub("0x[0-9a-f]{16}", "0x...", text)


def inner():
    print(dumped())
    print(dumped(all_threads=False))


inner()
namespace = {"dumped": dumped}
exec(compile("def träge_ж(): return dumped(all_threads=0)", "\U0001f40c\t\n.py", "exec"), namespace)
print(namespace["träge_ж"]())
exec(compile(f"def {'x' * 600}(): return dumped(all_threads=False)", "long", "exec"), namespace)
print(namespace["x" * 600]())


def deep(n):
    return deep(n - 1) if n else dumped(all_threads=False)


print(len(deep(150).splitlines()), deep(150).splitlines()[-1])
go, stop = threading.Event(), threading.Event()


def waiting():
    go.set()
    stop.wait()


other = threading.Thread(target=waiting)
other.start()
go.wait()
text = dumped()
print(text.split("\n\n")[1])
print(text.count("Current thread"), re.findall(r"in (waiting|_bootstrap|run)", text))
stop.set()
other.join()
for options in ({"file": -1}, {"file": 10**10}, {"file": object()}, {"file": 10**30}):
    try:
        faulthandler.dump_traceback(**options)
    except Exception as error:
        print(type(error).__name__, error)
