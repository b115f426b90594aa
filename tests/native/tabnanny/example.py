"""tabnanny: indentation that depends on the width of tabs."""
import contextlib
import io
import os
import tabnanny
import tempfile
import tokenize

FILES = {
    "good.py": "if 1:\n    a\n    if 2:\n\tb\n" .replace("\tb", "        b"),
    "tabs.py": "if 1:\n\ta\n\tif 2:\n\t\tb\n",
    "mixed.py": "def f():\n    if 1:\n        a\n\tb\n",
    "odd.py": "if 1:\n \ta\n\tb\n",
    "bad_dedent.py": "if 1:\n    a\n  b\n",
    "open.py": "x = (1,\n",
    "string.py": "x = '''abc\n",
    "comment.py": "if 1:\n    a\n\t# only a comment\n    b\n",
}


def check(path):
    with contextlib.redirect_stdout(io.StringIO()) as out, contextlib.redirect_stderr(io.StringIO()) as errors:
        try:
            tabnanny.check(path)
        except SystemExit as error:
            print("exit", error.code)
    return out.getvalue(), errors.getvalue()


with tempfile.TemporaryDirectory() as folder:
    for name, text in FILES.items():
        with open(os.path.join(folder, name), "w") as f:
            f.write(text)
    for verbose in (0, 1):
        tabnanny.verbose = verbose
        for name in sorted(FILES):
            for stream in check(os.path.join(folder, name)):
                print(name, repr(stream.replace(folder + os.sep, "")))
    tabnanny.verbose = 0
    tabnanny.filename_only = 1
    os.rename(os.path.join(folder, "bad_dedent.py"), os.path.join(folder, "bad.txt"))
    out, errors = check(folder)
    print(sorted(out.replace(folder + os.sep, "").splitlines()), len(errors))
    print(check(os.path.join(folder, "missing.py"))[1].endswith("No such file or directory\n"), "missing")
for first, second in [("\t", "        "), ("  ", "\t"), ("\t", "\t\t"), (" \t", "\t")]:
    a, b = tabnanny.Whitespace(first), tabnanny.Whitespace(second)
    print(repr(first), repr(second), a.equal(b), a.less(b), a.not_equal_witness(b)[:3], a.not_less_witness(b)[:3], a.longest_run_of_spaces(), a.indent_level(8))
try:
    tabnanny.process_tokens(tokenize.generate_tokens(io.StringIO("if 1:\n\ta\nelse:\n        b\n\tc\n").readline))
except (tabnanny.NannyNag, SyntaxError) as error:
    print(type(error).__name__, getattr(error, "msg", None) or error.args)
print(tabnanny.format_witnesses([(1, 2, 3), (8, 8, 8)]))
print(tabnanny.errprint.__doc__, tabnanny.__all__)
