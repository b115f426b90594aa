"""What audit hooks hear: files, folders, processes, sockets (posix, _io, _socket, subprocess)."""
import sys
import _thread
import array
import glob
import io
import mmap
import os
import socket
import subprocess
import tempfile
import time

seen = []
listening = False
base = tempfile.mkdtemp()


def hook(event, args):
    if listening:
        seen.append((event, args))


sys.addaudithook(hook)


def shown(value):
    if isinstance(value, str):
        return value.replace(base, "<tmp>") if base in value else os.path.basename(value)
    if isinstance(value, bytes):
        return value[:20]
    if isinstance(value, tuple):
        return tuple(shown(item) for item in value)
    if isinstance(value, (int, float, type(None))):
        return value
    return type(value).__name__


def tell(label, function, *args, **kwargs):
    """The events of one call."""
    global listening
    seen.clear()
    listening = True
    try:
        try:
            function(*args, **kwargs)
        finally:
            listening = False
    except Exception as error:
        print(label, "!", type(error).__name__, shown(str(error)))
    else:
        print(label)
    for event, args in seen:
        print("    ", event, shown(args[:1] if event == "import" else args[:0] if event == "builtins.id" else args))


path = base + "/f"
tell("open", lambda: open(path, "w").close())
tell("open rb+", lambda: open(path, "rb+").close())
tell("open x", lambda: open(path, "x").close())
tell("open fd", lambda: open(os.open(path, os.O_RDONLY)).close())
tell("open_code", lambda: io.open_code(path).close())
tell("FileIO", lambda: io.FileIO(path, "a+").close())
tell("opener", lambda: open("name", opener=lambda name, flags: os.open(path, flags)).close())
for name, args, kwargs in (
    ("mkdir", (base + "/d",), {}),
    ("mkdir", (base + "/e", 0o700), {}),
    ("rmdir", (base + "/e",), {}),
    ("rename", (path, path + "2"), {}),
    ("replace", (path + "2", path), {}),
    ("link", (path, path + "3"), {}),
    ("symlink", (path, path + "4"), {}),
    ("remove", (path + "3",), {}),
    ("unlink", (path + "4",), {}),
    ("unlink", (path + "4",), {}),
    ("chmod", (path, 0o600), {}),
    ("chown", (path, -1, -1), {}),
    ("truncate", (path, 3), {}),
    ("utime", (path,), {}),
    ("utime", (path, (1, 2)), {}),
    ("utime", (path,), {"ns": (1, 2)}),
    ("listdir", (base,), {}),
    ("listdir", (), {}),
    ("scandir", (base,), {}),
    ("chdir", (base,), {}),
    ("putenv", ("A", "B"), {}),
    ("unsetenv", ("A",), {}),
    ("system", ("true",), {}),
    ("stat", (path,), {}),
    ("access", (path, 0), {}),
    ("execv", ("/nonexistent", ["a"]), {}),
    ("execve", ("/nonexistent", ["a"], {}), {}),
):
    tell(name, getattr(os, name), *args, **kwargs)
tell("environ", os.environ.__setitem__, "Q", "v")
tell("glob", glob.glob, base + "/*")
tell("walk", lambda: list(os.walk(base)))
tell("thread", _thread.start_new_thread, len, ("",))
time.sleep(0.05)
tell("array", array.array, "i", [1])
tell("mmap", mmap.mmap, -1, 10)
tell("socket", lambda: socket.socket().close())
tell("bind", lambda: socket.socket().bind(("127.0.0.1", 0)))
tell("connect", lambda: socket.socket().connect(("127.0.0.1", 1)))
tell("gethostname", socket.gethostname)
tell("getservbyname", socket.getservbyname, "http")
tell("getservbyport", socket.getservbyport, 80, "tcp")
tell("sendto", lambda: socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b"x", ("127.0.0.1", 9)))
tell("subprocess", subprocess.run, ["true"])
tell("import", __import__, "colorsys")
tell("import again", __import__, "colorsys")
tell("missing", __import__, "nowhere_at_all")
print(seen[-1][1][0])
