# .pth files and what site makes of folders (site.addsitedir).
import os
import site
import subprocess
import sys
from support.play import section, short, shown, write


def add(folder="."):
    """Adds a folder below the section's as site does for site-packages; shows what came of it."""
    before = sys.path[:]
    known = site.addsitedir(os.path.normpath(os.path.join(sys.path[0], folder)), set())
    print("path:", [short(each) for each in sys.path if each not in before])
    return known


section("lines of a pth file")
write("lib/a/.keep")
write("lib/b/.keep")
write("lib/tea.pth", "a\n\n# a comment\nb\n   \nmissing\n./a\n")
add("lib")

section("absolute and doubled lines")
other = os.path.dirname(write("other/.keep"))
write("lib/tea.pth", f"{other}\n{other}\n../other\n")
add("lib")

section("the order of files")
for name in "ab":
    write(f"lib/{name}/.keep")
write("lib/z.pth", "a\n")
write("lib/m.pth", "b\n")
write("lib/none.txt", "c\n")
add("lib")

section("lines that import")
write("lib/tea.pth", "import sys; print('run for', len(sys.argv))\nimport\tsys; print('after a tab')\nimporting\n")
add("lib")

section("a line that fails ends the file")
write("lib/a/.keep")
write("lib/b/.keep")
write("lib/tea.pth", "a\nimport no_such_module_at_all\nb\n")
stderr, sys.stderr = sys.stderr, sys.stdout
add("lib")
sys.stderr = stderr

section("a folder that is not there")
add("missing")

section("a file without a line end")
write("lib/a/.keep")
write("lib/tea.pth", "a")
add("lib")

section("names that are known already")
write("lib/a/.keep")
write("lib/tea.pth", "a\n")
known = site.addsitedir(os.path.join(sys.path[0], "lib"), None)
print(known, [short(each) for each in sys.path[-2:]])
site.addsitedir(os.path.join(sys.path[0], "lib"))
print([short(each) for each in sys.path].count("<here>/lib"))

section("doubled entries of the search path")
folder = os.path.dirname(write("lib/.keep"))
saved, sys.path[:] = sys.path[:], [sys.path[0], folder, os.path.join(folder, "..", "lib"), "relative"]
known = site.removeduppaths()
print([short(each) for each in sys.path[1:2]], len(sys.path), sorted(map(short, known))[:2] == ["<here>", "<here>/lib"], os.path.isabs(sys.path[-1]))
sys.path[:] = saved


def child(*args, **variables):
    environment = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")} | variables
    result = subprocess.run([sys.executable, *args], capture_output=True, text=True, env=environment)
    print(short(result.stdout), end="")
    print(short(result.stderr.rpartition("\n  File")[0] and result.stderr.splitlines()[-1] or result.stderr), end="")
    print("" if result.returncode == 0 else f"status {result.returncode}")


section("the user's folder")
base = os.path.join(sys.path[0], "base")
write("base/lib/python3.12/site-packages/tea.pth", "extra\n")
write("base/lib/python3.12/site-packages/extra/leaf.py", "print('leaf of the user')\n")
child("-c", "import leaf, site; print(site.ENABLE_USER_SITE, site.USER_BASE, site.USER_SITE)", PYTHONUSERBASE=base)
child("-s", "-c", "import importlib.util, site; print(site.ENABLE_USER_SITE, importlib.util.find_spec('leaf'))", PYTHONUSERBASE=base)
child("-I", "-c", "import importlib.util, site; print(site.ENABLE_USER_SITE, importlib.util.find_spec('leaf'))", PYTHONUSERBASE=base)
child("-S", "-c", "import sys; print('site' in sys.modules)", PYTHONUSERBASE=base)
child("-c", "import sys, site; print(site.ENABLE_USER_SITE)", PYTHONUSERBASE=base, PYTHONNOUSERSITE="1")

section("sitecustomize and usercustomize")
write("custom/sitecustomize.py", "import sys; sys.customized = 'site'; print('sitecustomize')\n")
write("custom/usercustomize.py", "print('usercustomize')\n")
custom = os.path.join(sys.path[0], "custom")
child("-c", "import sys; print(sys.customized)", PYTHONPATH=custom, PYTHONUSERBASE=custom)
child("-s", "-c", "import sys; print(sys.customized)", PYTHONPATH=custom)
child("-I", "-c", "import sys; print(hasattr(sys, 'customized'))", PYTHONPATH=custom)
write("custom/sitecustomize.py", "import no_such_module_at_all\n")
child("-c", "print('goes on')", PYTHONPATH=custom)
write("custom/sitecustomize.py", "1 / 0\n")
child("-c", "print('goes on')", PYTHONPATH=custom)

section("what the module says on its command line")
child("-m", "site", "--user-base", PYTHONUSERBASE="/somewhere")
child("-m", "site", "--user-site", PYTHONUSERBASE="/somewhere")
child("-m", "site", "--user-base", "--user-site", PYTHONUSERBASE="/somewhere")
child("-s", "-m", "site", "--user-site", PYTHONUSERBASE="/somewhere")
child("-m", "site", "--nonsense")

section("builtins that site adds")
print(repr(exit), repr(quit), type(copyright).__name__, type(help).__name__)
print(str(help))
for leave in [exit, quit]:
    try:
        leave(3)
    except SystemExit as error:
        print(error.code)
