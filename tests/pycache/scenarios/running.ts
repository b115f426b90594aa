/** What can be run: `.pyc` files, folders, zips, zip applications, modules and packages. */
import { bytes, type Family, folder, move, patch, remove, run, runWith, type Step, write, zip } from "./scenario.ts";

const SHOW =
  "import sys\nprint(__name__, __file__, __cached__, __package__, __spec__ and __spec__.name, type(__loader__).__name__, sys.argv, sys.path[0])\n";
const CACHE = "__pycache__/tea.cpython-312.pyc";
const compiled: readonly Step[] = [write("tea.py", SHOW), run("-m", "py_compile", "tea.py")];
const PACKAGE: readonly Step[] = [
  write("pot/__init__.py", "print('init', __name__)\n"),
  write("pot/__main__.py", SHOW),
  write("pot/lid.py", `from . import __name__ as parent\nprint(parent)\n${SHOW}`),
];

export const RUNNING: Family = {
  family: "running",
  scenarios: [
    { name: "a .pyc from the cache", steps: [...compiled, run(CACHE, "a", "-b")] },
    { name: "a .pyc beside", steps: [...compiled, move(CACHE, "tea.pyc"), run("tea.pyc")] },
    { name: "a .pyc by another name, known by its magic number", steps: [...compiled, move(CACHE, "tea"), run("tea")] },
    { name: "a .pyc of another version", steps: [...compiled, patch(CACHE, 0, "a70d"), run(CACHE)] },
    { name: "a .pyc that is empty", steps: [bytes("tea.pyc", ""), run("tea.pyc")] },
    { name: "a .pyc without code", steps: [bytes("tea.pyc", `cb0d0d0a${"00".repeat(12)}4e`), run("tea.pyc")] },
    { name: "a folder", steps: [write("kitchen/__main__.py", SHOW), run("kitchen", "x")] },
    {
      name: "a folder writes no cache for __main__",
      steps: [write("kitchen/__main__.py", "import spoon\n"), write("kitchen/spoon.py", ""), run("kitchen")],
    },
    {
      name: "a folder with __main__.pyc alone",
      steps: [
        write("kitchen/__main__.py", SHOW),
        run("-m", "compileall", "-q", "-b", "kitchen"),
        remove("kitchen/__main__.py"),
        run("kitchen"),
      ],
    },
    { name: "a folder without __main__", steps: [folder("kitchen"), run("kitchen")] },
    {
      name: "a zip",
      steps: [
        write("__main__.py", `${SHOW}import spoon\n`),
        write("spoon.py", "print(__file__)\n"),
        zip("k.zip", ["__main__.py", "spoon.py"]),
        remove("__main__.py"),
        remove("spoon.py"),
        run("k.zip", "x"),
      ],
    },
    {
      name: "a zip with a shebang",
      steps: [
        write("__main__.py", SHOW),
        zip("k.pyz", ["__main__.py"], "#!/usr/bin/env python3\n"),
        remove("__main__.py"),
        run("k.pyz"),
      ],
    },
    { name: "a zip without __main__", steps: [write("spoon.py", ""), zip("k.zip", ["spoon.py"]), run("k.zip")] },
    {
      name: "a zip writes nothing",
      steps: [
        write("spoon.py", "print(__cached__, __file__)\n"),
        zip("k.zip", ["spoon.py"]),
        remove("spoon.py"),
        runWith({ PYTHONPATH: "k.zip" }, "-c", "import spoon"),
      ],
    },
    {
      name: "a zip with a .pyc alone",
      steps: [
        ...compiled,
        move(CACHE, "tea.pyc"),
        zip("k.zip", ["tea.pyc"]),
        remove("tea.py"),
        remove("tea.pyc"),
        runWith({ PYTHONPATH: "k.zip" }, "-c", "import tea"),
      ],
    },
    {
      name: "a zip with a .pyc of another version alone",
      steps: [
        ...compiled,
        move(CACHE, "tea.pyc"),
        patch("tea.pyc", 0, "a70d"),
        zip("k.zip", ["tea.pyc"]),
        remove("tea.py"),
        remove("tea.pyc"),
        runWith({ PYTHONPATH: "k.zip" }, "-c", "import tea"),
      ],
    },
    {
      name: "a zip with a stale .pyc and the source",
      steps: [
        ...compiled,
        move(CACHE, "tea.pyc"),
        write("tea.py", "print('source')\n", 1_700_000_000),
        zip("k.zip", ["tea.pyc", "tea.py"]),
        remove("tea.py"),
        remove("tea.pyc"),
        runWith({ PYTHONPATH: "k.zip" }, "-c", "import tea"),
      ],
    },
    {
      name: "a zip with a package run by -m",
      steps: [
        ...PACKAGE,
        zip("k.zip", ["pot/__init__.py", "pot/__main__.py", "pot/lid.py"]),
        remove("pot"),
        runWith({ PYTHONPATH: "k.zip" }, "-m", "pot"),
        runWith({ PYTHONPATH: "k.zip" }, "-m", "pot.lid"),
      ],
    },
    { name: "a file that is no zip", steps: [write("k.zip", "print('just text')\n"), run("k.zip")] },
    { name: "a zip that is cut short", steps: [write("k.zip", "PK\u0003\u0004 and no more\n"), run("k.zip")] },
    { name: "-m package", steps: [...PACKAGE, run("-m", "pot", "x")] },
    { name: "-m package.module", steps: [...PACKAGE, run("-m", "pot.lid", "x")] },
    { name: "-m package.__main__", steps: [...PACKAGE, run("-m", "pot.__main__")] },
    { name: "-m package without __main__", steps: [write("pot/__init__.py", ""), run("-m", "pot")] },
    { name: "-m module.missing", steps: [write("tea.py", ""), run("-m", "tea.pot")] },
    { name: "-m name.py", steps: [write("tea.py", ""), run("-m", "tea.py")] },
    { name: "-m of a namespace package", steps: [write("pot/__main__.py", SHOW), run("-m", "pot")] },
    { name: "-m of a namespace package without __main__", steps: [write("pot/lid.py", ""), run("-m", "pot")] },
    {
      name: "-m of a .pyc without a source",
      steps: [...compiled, move(CACHE, "tea.pyc"), remove("tea.py"), run("-m", "tea")],
    },
    { name: "-m of a builtin module", steps: [run("-m", "sys")] },
    { name: "-m of a frozen module", steps: [run("-m", "__hello__")] },
    { name: "-m of a frozen package's module", steps: [run("-m", "__phello__.spam")] },
    {
      name: "-m uses a valid cache",
      steps: [...compiled, write("tea.py", SHOW.replace("print", "PRINT")), run("-m", "tea")],
    },
    {
      name: "-m of a module that is imported already",
      steps: [write("pot/__init__.py", "from . import lid\n"), write("pot/lid.py", ""), run("-m", "pot.lid")],
    },
    {
      name: "-m of a package whose __init__ fails",
      steps: [write("pot/__init__.py", "1/0\n"), write("pot/lid.py", ""), run("-m", "pot.lid")],
    },
    {
      name: "-P leaves the folder of the script out",
      steps: [write("tea.py", "import pot\n"), write("pot.py", ""), run("-P", "tea.py")],
    },
  ],
};
