# pathlib: pure paths, and real ones in a temporary folder.
import os
import tempfile
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath


def describe(error):
    """Error numbers differ between systems."""
    if isinstance(error, OSError) and error.strerror:
        return f"{error.strerror} {error.filename!r} {error.filename2!r}"
    return str(error)


p = PurePosixPath("/usr/lib/python3/site.tar.gz")
print(p, repr(p), p.parts, p.name, p.stem, p.suffix, p.suffixes, p.parent, list(p.parents)[1:], p.anchor, p.root, p.drive, p.is_absolute())
print(p.with_name("x.py"), p.with_suffix(".bz2"), p.with_stem("new"), p.relative_to("/usr"), p.is_relative_to("/etc"), p / "more" / "../x", "a" / PurePosixPath("b"), p.match("*.gz"), p.match("lib/*/*.gz"), p.as_posix(), p.as_uri(), PurePosixPath("a//b/./c/"), PurePosixPath(""), PurePosixPath("a", "/b", "c"))
print(PurePosixPath("a") == PurePosixPath("a/"), PurePosixPath("a") < PurePosixPath("b"), hash(PurePosixPath("x")) == hash(PurePosixPath("x")), sorted(map(PurePosixPath, ["b", "a/z", "a"])), PurePosixPath("a/b").joinpath("c", "d"), PurePosixPath("/a/b").relative_to("/a/c", walk_up=True))
w = PureWindowsPath("C:\\Users/me\\file.TXT")
print(w, repr(w), w.parts, w.drive, w.root, w.as_posix(), w == PureWindowsPath("c:/users/ME/FILE.txt"), w.is_absolute(), PureWindowsPath("//host/share/x").anchor, w.with_suffix(""), PureWindowsPath("nul").is_reserved())
for action in (lambda: p.relative_to("/etc"), lambda: p.with_name("a/b"), lambda: p.with_suffix("gz"), lambda: PurePosixPath("a").as_uri(), lambda: PurePosixPath(5), lambda: p < w, lambda: PurePosixPath("").with_name("x"), lambda: PurePosixPath("a") / 3, lambda: Path("none").read_text(), lambda: Path("/none/x").mkdir(), lambda: list(Path("none").iterdir()), lambda: Path(".").rename(3)):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, describe(error))

with tempfile.TemporaryDirectory() as name:
    root = Path(name)
    (root / "pkg" / "sub").mkdir(parents=True)
    (root / "pkg" / "sub").mkdir(exist_ok=True)
    f = root / "pkg" / "mod.py"
    print(f.write_text("x = 1\n"), f.read_text(), f.write_bytes(b"y = 2\n"), f.read_bytes(), f.exists(), f.is_file(), f.is_dir(), f.stat().st_size)
    (root / "pkg" / "sub" / "deep.py").touch()
    (root / "readme.md").write_text("hi", encoding="utf-8")
    show = lambda paths: sorted(str(q.relative_to(root)) for q in paths)
    print(show(root.iterdir()), show(root.glob("*.md")), show(root.rglob("*.py")), show(root.glob("**/*")), show(root.glob("pkg/*/*.py")), show(root.glob("**")))
    print([(q.relative_to(root).as_posix(), sorted(d), sorted(n)) for q, d, n in root.walk()])
    with f.open("a") as stream:
        stream.write("z = 3\n")
    print(f.read_text().splitlines(), f.rename(f.with_name("renamed.py")).name, f.exists(), (root / "missing").exists())
    link = root / "link"
    link.symlink_to(root / "readme.md")
    print(link.is_symlink(), link.read_text(), link.resolve() == (root / "readme.md").resolve(), link.readlink().name, link.samefile(root / "readme.md"), link.lstat().st_size > 2)
    (root / "readme.md").chmod(0o640)
    print(oct((root / "readme.md").stat().st_mode & 0o777), Path(name).resolve() == Path(os.path.realpath(name)), (root / "readme.md").replace(root / "new.md").name)
    link.unlink()
    (root / "gone").unlink(missing_ok=True)
    try:
        (root / "pkg").rmdir()
    except OSError as error:
        print(error.strerror)
    (root / "new.md").unlink()
    print(show(root.iterdir()))
print(root.exists(), Path.cwd() == Path(os.getcwd()), Path("~/x").expanduser().is_absolute(), PurePath("x").__class__.__name__, Path("a/../b").absolute().parts[-3:], os.fspath(Path("q")), isinstance(Path(), PurePosixPath))
