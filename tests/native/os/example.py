# os: files and folders, descriptors, environment, walking, path functions.
import os
import stat
import tempfile


def describe(error):
    """Error numbers differ between systems."""
    if isinstance(error, OSError) and error.strerror:
        return f"{error.strerror} {error.filename!r} {error.filename2!r}"
    return str(error)


start = os.getcwd()
folder = tempfile.mkdtemp()
os.chdir(folder)
os.makedirs("a/b/c")
os.makedirs("a/b/c", exist_ok=True)
os.mkdir("d", 0o755)
for name in ("a/one.txt", "a/b/two.txt", "d/three.py"):
    with open(name, "w") as f:
        f.write(name)
print(sorted(os.listdir()), sorted(os.listdir("a")), os.path.basename(os.getcwd()) == os.path.basename(folder))
for top, folders, files in sorted(os.walk(".")):
    print(top, sorted(folders), sorted(files))
print([top for top, *_ in os.walk("a", topdown=False)])
with os.scandir("a") as entries:
    for entry in sorted(entries, key=lambda e: e.name):
        print(entry.name, entry.path, entry.is_dir(), entry.is_file(), entry.is_symlink(), entry.stat().st_size if entry.is_file() else None, entry)
info = os.stat("a/one.txt")
print(info.st_size, stat.S_ISREG(info.st_mode), stat.filemode(os.stat("d").st_mode), oct(stat.S_IMODE(info.st_mode) & 0o600), info.st_nlink, info[6], type(info).__name__)
os.rename("a/one.txt", "a/uno.txt")
os.replace("a/uno.txt", "a/b/two.txt")
print(open("a/b/two.txt").read(), os.path.exists("a/one.txt"))
os.symlink(os.path.join(folder, "a/b/two.txt"), "link")
print(os.path.relpath(os.readlink("link"), folder), os.path.islink("link"), os.path.realpath("link").endswith("a/b/two.txt"), os.lstat("link").st_size > 11, os.path.lexists("link"), os.path.samefile("link", "a/b/two.txt"))
os.chmod("d/three.py", 0o600)
print(oct(os.stat("d/three.py").st_mode & 0o777), os.access("d/three.py", os.R_OK), os.access("none", os.F_OK))
os.utime("d/three.py", (2000, 2000))
print(os.path.getmtime("d/three.py") > 0, os.stat("d/three.py").st_mtime_ns > 0)
fd = os.open("raw", os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o644)
print(os.write(fd, b"0123456789"), os.lseek(fd, 2, os.SEEK_SET), os.read(fd, 3), os.fstat(fd).st_size, os.ftruncate(fd, 4), os.pread(fd, 10, 0), os.isatty(fd))
copy = os.dup(fd)
os.close(fd)
os.close(copy)
os.truncate("raw", 2)
with os.fdopen(os.open("raw", os.O_RDONLY)) as f:
    print(f.read())
os.environ["EXAMPLE_KEY"] = "value"
print(os.environ["EXAMPLE_KEY"], os.getenv("EXAMPLE_KEY"), os.getenv("NO_SUCH_KEY", "default"), "EXAMPLE_KEY" in os.environ, os.environ.pop("EXAMPLE_KEY"), os.path.expandvars("$NO_SUCH_KEY/x"), os.environb.get(b"NOPE"))
for action in (lambda: os.remove("none"), lambda: os.rmdir("a"), lambda: os.mkdir("d"), lambda: os.listdir("none"), lambda: os.open("none", os.O_RDONLY), lambda: os.close(999), lambda: os.stat("none"), lambda: os.chdir("raw"), lambda: os.rename("none", "x"), lambda: os.environ["NO_SUCH_KEY"], lambda: os.listdir(5.5), lambda: os.readlink("raw"), lambda: os.makedirs("d"), lambda: os.environ.__setitem__("k", 3), lambda: os.fspath(3), lambda: os.rmdir("raw"), lambda: os.scandir("raw")):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, describe(error))


class Pathy:
    def __fspath__(self):
        return "raw"


print(os.fspath(Pathy()), os.path.getsize(Pathy()), os.fsencode("é"), ascii(os.fsdecode(b"\xff")), sorted(os.listdir(b".")))
print(os.sep, os.linesep.encode(), os.pathsep, os.curdir, os.pardir, os.extsep, os.devnull, os.name, len(os.urandom(8)), os.getpid() > 0, os.cpu_count() is None or os.cpu_count() > 0)
os.unlink("link"), os.remove("raw"), os.remove("a/b/two.txt"), os.removedirs("a/b/c"), os.remove("d/three.py"), os.rmdir("d")
print(os.listdir("."))
with open(os.devnull, "w") as null:
    null.write("gone")
os.chdir(start)
os.rmdir(folder)
print(os.path.exists(folder), os.error is OSError, os.terminal_size((80, 24)))
