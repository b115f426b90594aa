# os.path: joining, splitting, normalising, comparing.
import os.path as p
import posixpath

print(p is posixpath, p.join("a", "b", "/c", "d"), p.join("a/", "", "b", ""), p.split("/a/b/"), p.split("f"), p.splitext("a.tar.gz"), p.splitext(".bashrc"), p.splitext("d.x/f"), p.basename("/a/b.c"), p.dirname("/a/b.c"))
print([p.normpath(x) for x in ("a//b/../c/.", "/../x", "", "//a", "///a", "../../a", "./.", "a/b/../../..")], p.isabs("/a"), p.isabs("a"), p.splitdrive("/c"), p.splitroot("//h/x"))
print(p.commonprefix(["/usr/lib", "/usr/local"]), p.commonpath(["/usr/lib", "/usr/local/x"]), p.relpath("/a/b/c", "/a/d"), p.relpath("/a", "/a"), p.abspath("/x/../y"), p.join(b"a", b"b"), p.normcase("A"), p.expanduser("/~"), p.isreserved("x") if hasattr(p, "isreserved") else "")
for action in (lambda: p.join("a", b"b"), lambda: p.commonpath(["/a", "b"]), lambda: p.commonpath([]), lambda: p.relpath(""), lambda: p.basename(3), lambda: p.join("a", 3)):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
