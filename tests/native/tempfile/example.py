# tempfile and shutil: temporary files, copying and removing trees, archives.
import os
import shutil
import tempfile


def describe(error):
    """Error numbers differ between systems."""
    if isinstance(error, OSError) and error.strerror:
        return f"{error.strerror} {error.filename!r} {error.filename2!r}"
    return str(error)


with tempfile.TemporaryDirectory(prefix="pre-", suffix="-suf") as base:
    name = os.path.basename(base)
    print(name.startswith("pre-"), name.endswith("-suf"), oct(os.stat(base).st_mode & 0o777), os.path.isabs(base))
    with tempfile.NamedTemporaryFile("w+", dir=base, suffix=".txt") as f:
        f.write("temporary")
        f.flush()
        print(os.path.exists(f.name), f.name.endswith(".txt"), open(f.name).read(), f.seek(0), f.read())
    print(os.path.exists(f.name))
    with tempfile.NamedTemporaryFile(dir=base, delete=False) as kept:
        kept.write(b"kept")
    print(open(kept.name).read(), os.remove(kept.name))
    with tempfile.TemporaryFile(dir=base) as f:
        print(f.write(b"abc"), f.seek(1), f.read(), os.listdir(base))
    with tempfile.SpooledTemporaryFile(max_size=10, mode="w+") as f:
        f.write("small")
        print(f._rolled, f.write(" and then large"), f._rolled, f.seek(0), f.read())
    fd, path = tempfile.mkstemp(".x", "y", base, text=True)
    print(os.path.basename(path)[0], path[-2:], os.write(fd, b"1"), os.close(fd), os.remove(path), oct(0o600))
    tree = os.path.join(base, "tree")
    os.makedirs(os.path.join(tree, "a", "b"))
    for relative in ("top.txt", "a/mid.py", "a/b/low.txt"):
        with open(os.path.join(tree, relative), "w") as f:
            f.write(relative * 3)
    listing = lambda where: sorted(os.path.relpath(os.path.join(t, n), where) for t, d, ns in os.walk(where) for n in ns)
    copy = os.path.join(base, "copy")
    print(os.path.basename(shutil.copytree(tree, copy, ignore=shutil.ignore_patterns("*.py"))), listing(copy))
    shutil.copytree(tree, copy, dirs_exist_ok=True)
    print(listing(copy))
    one = os.path.join(tree, "top.txt")
    os.chmod(one, 0o640)
    os.utime(one, (5e8, 6e8))
    for function in (shutil.copyfile, shutil.copy, shutil.copy2):
        target = function(one, os.path.join(base, function.__name__))
        print(os.path.basename(target), open(target).read())
    print(os.path.basename(shutil.copy(one, copy)), os.path.basename(shutil.move(os.path.join(base, "copy2"), copy)), listing(copy))
    for format in ("tar", "zip"):
        archive = shutil.make_archive(os.path.join(base, "packed"), format, tree)
        unpacked = os.path.join(base, "out" + format)
        shutil.unpack_archive(archive, unpacked)
        print(os.path.basename(archive), listing(unpacked), open(os.path.join(unpacked, "top.txt")).read())
    shutil.rmtree(copy)
    print(os.path.exists(copy), shutil.rmtree(copy, ignore_errors=True))
    for action in (lambda: shutil.rmtree(copy), lambda: shutil.copyfile(one, one), lambda: shutil.copytree(tree, tree), lambda: shutil.copy("/none", base), lambda: shutil.make_archive("x", "rar"), lambda: shutil.move(one, os.path.join(base, "outtar")), lambda: shutil.unpack_archive(one)):
        try:
            result = action()
            print(result.replace(base, "BASE") if isinstance(result, str) else result)
        except Exception as error:
            print(type(error).__name__, describe(error).replace(base, "BASE").partition("[(")[0])
    errors = []
    print(sum(shutil.disk_usage(base)) > 0, shutil.which("no-such-program"), [name for name, *_ in shutil.get_archive_formats() if name in ("tar", "zip")], [n for n, *_ in shutil.get_unpack_formats() if n in ("tar", "zip")])
print(os.path.exists(base), tempfile.gettempprefix(), os.path.isabs(tempfile.gettempdir()), len(next(tempfile._get_candidate_names())))
