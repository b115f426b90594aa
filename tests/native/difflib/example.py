# difflib, fnmatch, glob, getopt: comparing and matching text.
import difflib
import fnmatch
import getopt
import glob
import os
import tempfile
from difflib import Differ, SequenceMatcher, get_close_matches

a = "one\ntwo\nthree\nfour\nfive\n".splitlines(keepends=True)
b = "one\n2\nthree\nfour!\nfive\nsix\n".splitlines(keepends=True)
print("".join(difflib.unified_diff(a, b, "before.txt", "after.txt", n=1)), "".join(difflib.context_diff(a, b, "b", "a")), "".join(difflib.ndiff(a, b)), sep="----\n")
print("".join(difflib.restore(difflib.ndiff(a, b), 1)) == "".join(a), list(difflib.unified_diff(["x"], ["y"], lineterm="")))
m = SequenceMatcher(None, "qabxcd", "abycdf")
print(m.ratio(), m.quick_ratio(), m.real_quick_ratio(), m.get_matching_blocks(), m.find_longest_match(0, 6, 0, 6))
for tag, i1, i2, j1, j2 in m.get_opcodes():
    print(tag, m.a[i1:i2], "->", m.b[j1:j2])
print(list(SequenceMatcher(lambda c: c == " ", "private Thread currentThread;", "private volatile Thread currentThread;").get_grouped_opcodes(2)))
print(get_close_matches("appel", ["ape", "apple", "peach", "puppy"]), get_close_matches("wheel", ["reel", "well"], n=1, cutoff=0.5), list(Differ().compare(["abc\n"], ["abd\n"])), difflib.IS_CHARACTER_JUNK(" "), difflib.HtmlDiff().make_table(["x"], ["y"])[:80].strip())
names = ["a.py", "b.PY", "c.txt", ".hidden", "d1.py", "[x].py"]
print(fnmatch.filter(names, "*.py"), fnmatch.fnmatch("a.py", "?.py"), fnmatch.fnmatchcase("A.py", "a*"), fnmatch.filter(names, "[!a]*.py"), fnmatch.filter(names, "[[]*"), fnmatch.filter(names, "*[0-9].*"), fnmatch.translate("a*[b-d]?.txt"), fnmatch.translate("**x[!a]["))
with tempfile.TemporaryDirectory() as folder:
    for name in ("x.py", "y.py", ".z.py", "sub/w.py", "sub/deep/v.txt"):
        path = os.path.join(folder, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        open(path, "w").close()
    for pattern, options in (("*.py", {}), ("**/*.py", {"recursive": True}), ("*", {}), ("**", {"recursive": True}), ("sub/*/*.txt", {}), ("[xy].py", {}), ("*", {"include_hidden": True}), ("none*", {})):
        print(pattern, sorted(glob.glob(pattern, root_dir=folder, **options)))
    print(len(glob.glob(os.path.join(glob.escape(folder), "*.py"))), sorted(os.path.basename(p) for p in glob.iglob(folder + "/*.py")), glob.escape("a[b]*?"), glob.has_magic("a*"))
print(getopt.getopt(["-a", "-b", "val", "--long", "--name=x", "rest", "-c"], "ab:c", ["long", "name="]), getopt.gnu_getopt(["file", "-a", "--na", "y", "--", "-b"], "ab", ["name="]))
for args in ((["-z"], "a"), (["-a"], "a:"), (["--no"], "", ["yes"]), (["--l"], "", ["la", "lb"]), (["--x=1"], "", ["x"]), (["--x"], "", ["x="])):
    try:
        print(getopt.getopt(*args))
    except getopt.GetoptError as error:
        print(error, "|", error.msg, error.opt)
for action in (lambda: get_close_matches("x", [], n=0), lambda: get_close_matches("x", [], cutoff=2), lambda: list(difflib.unified_diff([b"x"], [b"y"])), lambda: list(difflib.diff_bytes(difflib.unified_diff, [b"x"], [b"y"], b"a", b"b", lineterm=b"")), lambda: SequenceMatcher(None, [[1]], [[2]]).ratio()):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
