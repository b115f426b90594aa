# dir_fd and descriptors of folders: every call that may begin at an open folder, and what is said of wrong ones.
import os
import shutil
import stat


def attempt(name, function, *args, **keywords):
    try:
        result = function(*args, **keywords)
    except Exception as error:
        print(name, type(error).__name__, error)
    else:
        print(name, result)


home = os.getcwd()
os.makedirs("tree/below/deeper")
folder = os.open("tree", os.O_RDONLY | os.O_DIRECTORY)
with open(os.open("file", os.O_WRONLY | os.O_CREAT, 0o640, dir_fd=folder), "w") as file:
    file.write("content")
os.mkdir("made", 0o755, dir_fd=folder)
os.symlink("file", "link", dir_fd=folder)
os.link("file", "second", src_dir_fd=folder, dst_dir_fd=folder)
os.rename("second", "made/third", src_dir_fd=folder, dst_dir_fd=folder)
os.replace("made/third", b"fourth", src_dir_fd=folder, dst_dir_fd=folder)
print(sorted(os.listdir(folder)), sorted(os.listdir("tree/made")), sorted(os.listdir(b"tree")))
print(os.readlink("link", dir_fd=folder), os.readlink(b"link", dir_fd=folder))
print(os.stat("link", dir_fd=folder).st_size, stat.S_ISLNK(os.stat("link", dir_fd=folder, follow_symlinks=False).st_mode))
print(stat.S_ISLNK(os.lstat("link", dir_fd=folder).st_mode), os.stat(folder).st_ino == os.stat("tree").st_ino)
os.chmod("file", 0o600, dir_fd=folder)
os.chown("file", -1, -1, dir_fd=folder)
os.chown(folder, -1, -1)
os.fchown(folder, -1, -1)
os.utime("file", (1_000_000_000, 1_000_000_000), dir_fd=folder)
os.utime(folder, (1_100_000_000, 1_100_000_000))
print(oct(os.stat("tree/file").st_mode), os.stat("tree/file").st_mtime, os.stat("tree").st_mtime)
print([os.access(name, os.R_OK, dir_fd=folder) for name in ("file", "link", "absent")], os.access("link", os.X_OK, dir_fd=folder, follow_symlinks=False))
with os.scandir(folder) as entries:
    for entry in sorted(entries, key=lambda each: each.name):
        print(entry.name, entry.path, entry.is_dir(), entry.is_file(), entry.is_symlink(), entry.stat().st_mode == os.stat(entry.name, dir_fd=folder).st_mode)
os.unlink("fourth", dir_fd=folder)
os.remove("link", dir_fd=folder)
os.rmdir("made", dir_fd=folder)
print(sorted(os.listdir(folder)), os.statvfs(folder)[:2] == os.fstatvfs(folder)[:2] == os.statvfs("tree")[:2])

for place, names, files, fd in os.fwalk("tree"):
    print(place, sorted(names), files, os.stat(fd).st_ino == os.stat(place).st_ino)
print([names for _, names, _, _ in os.fwalk("below", dir_fd=folder)])

os.fchdir(folder)
print(os.path.relpath(os.getcwd(), home))
below = os.open("below", os.O_RDONLY)
os.chdir(below)
print(os.path.relpath(os.getcwd(), home), os.listdir())
os.chdir(home)

# An absolute path begins nowhere else, and an empty one is nothing.
print(os.stat(os.path.join(home, "tree"), dir_fd=below).st_ino == os.stat("tree").st_ino)
regular = os.open("tree/file", os.O_RDONLY)
for name, args, keywords in (
    ("empty", ("",), {"dir_fd": folder}),
    ("absent", ("absent",), {"dir_fd": folder}),
    ("not a folder", ("file",), {"dir_fd": regular}),
    ("not open", ("file",), {"dir_fd": 99}),
    ("float", ("file",), {"dir_fd": 1.5}),
    ("text", ("file",), {"dir_fd": "x"}),
    ("large", ("file",), {"dir_fd": 2**40}),
    ("small", ("file",), {"dir_fd": -(2**40)}),
    ("two folders", (folder,), {"dir_fd": folder}),
    ("two follow", (folder,), {"follow_symlinks": False}),
    ("large fd", (2**31,), {}),
    ("no fd", (99,), {}),
    ("none", (-1,), {}),
    ("kind", (1.5,), {}),
):
    attempt("stat: " + name, os.stat, *args, **keywords)
    if "follow_symlinks" not in keywords and "dir_fd" in keywords:
        attempt("unlink: " + name, os.unlink, *args, **keywords)
        attempt("mkdir: " + name, os.mkdir, *args, **keywords)
        attempt("open: " + name, os.open, *args, os.O_RDONLY, **keywords)
    elif "follow_symlinks" not in keywords:
        for function in os.chdir, os.listdir, os.scandir, os.statvfs, os.fchdir, os.fsync:
            if args[0] != -1 or function not in (os.listdir, os.scandir):
                attempt(f"{function.__name__}: {name}", function, *args)
attempt("listdir", os.listdir, regular)
attempt("chdir", os.chdir, regular)
attempt("chmod", os.chmod, "tree/file", 0o600, follow_symlinks=False)
attempt("isatty", os.isatty, 99)
attempt("isatty", os.isatty, -1)
attempt("open", open, 2**40)
attempt("open", open, -1)
names = "access chmod chown link lstat mkdir open readlink rename rmdir stat symlink unlink utime".split()
print([name for name in names if getattr(os, name) in os.supports_dir_fd])
print([name for name in "chdir chmod chown listdir scandir stat statvfs truncate utime".split() if getattr(os, name) in os.supports_fd])
print(shutil.rmtree.avoids_symlink_attacks)
shutil.rmtree("tree/below", dir_fd=None)
shutil.rmtree("file", ignore_errors=True, dir_fd=folder)
print(sorted(os.listdir(folder)))
shutil.rmtree("tree")
attempt("removed", os.listdir, "tree")
for fd in folder, below, regular:
    os.close(fd)
