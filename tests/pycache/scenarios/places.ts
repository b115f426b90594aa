/** Where a cache file is, what it is called, and when there is none: folders, options, prefixes, optimisation. */
import {
  bytes,
  chmod,
  copy,
  type Family,
  folder,
  link,
  move,
  remove,
  run,
  runWith,
  type Step,
  touch,
  write,
} from "./scenario.ts";

const MODULE = 'print("tea", (__cached__ or "none").rpartition("/")[2], __debug__, __doc__)\nassert True\n';
const DOCUMENTED = `"""a doc"""\n${MODULE}`;
const CACHE = "__pycache__/tea.cpython-312.pyc";
const IMPORT = ["-c", "import tea"];
const tea: Step = write("tea.py", MODULE);

export const NAMES: Family = {
  family: "names and modes",
  scenarios: [
    { name: "a module", steps: [tea, run(...IMPORT)] },
    {
      name: "a package",
      steps: [write("pot/__init__.py", "from . import lid\n"), write("pot/lid.py", ""), run("-c", "import pot")],
    },
    { name: "a module of a folder that is no package", steps: [write("pot/lid.py", ""), run("-c", "import pot.lid")] },
    { name: "a name with a dot is found by no import", steps: [write("tea.pot.py", ""), run("-c", "import tea.pot")] },
    { name: "a name that is not ASCII", steps: [write("thé.py", MODULE), run("-c", "import thé")] },
    {
      name: "a module loaded from a file of another suffix",
      steps: [
        write("tea.txt", "x = 1\n"),
        run(
          "-c",
          "import importlib.machinery as m, importlib.util as u\nl = m.SourceFileLoader('tea', 'tea.txt')\ns = u.spec_from_loader('tea', l)\nt = u.module_from_spec(s); l.exec_module(t); print(t.x, t.__cached__)",
        ),
      ],
    },
    { name: "-O", steps: [write("tea.py", DOCUMENTED), run("-O", ...IMPORT)] },
    { name: "-OO", steps: [write("tea.py", DOCUMENTED), run("-OO", ...IMPORT)] },
    { name: "-OOO is -OO", steps: [write("tea.py", DOCUMENTED), run("-OOO", ...IMPORT)] },
    { name: "PYTHONOPTIMIZE=1", steps: [tea, runWith({ PYTHONOPTIMIZE: "1" }, ...IMPORT)] },
    { name: "PYTHONOPTIMIZE=2", steps: [write("tea.py", DOCUMENTED), runWith({ PYTHONOPTIMIZE: "2" }, ...IMPORT)] },
    { name: "all three beside each other", steps: [tea, run(...IMPORT), run("-O", ...IMPORT), run("-OO", ...IMPORT)] },
    ...[0o600, 0o640, 0o644, 0o666, 0o755, 0o444, 0o400].map((mode) => ({
      name: `a source of mode ${mode.toString(8)}`,
      steps: [tea, chmod("tea.py", mode), run(...IMPORT)],
    })),
    { name: "umask 077", steps: [tea, run("-c", "import os; os.umask(0o77); import tea")] },
    { name: "umask 0", steps: [tea, chmod("tea.py", 0o666), run("-c", "import os; os.umask(0); import tea")] },
    { name: "no temporary file stays", steps: [tea, run(...IMPORT), write("tea.py", `${MODULE}#\n`), run(...IMPORT)] },
    {
      name: "the mode follows the source when it is written again",
      steps: [tea, run(...IMPORT), write("tea.py", `${MODULE}#\n`), chmod("tea.py", 0o600), run(...IMPORT)],
    },
    {
      name: "a link to a source",
      steps: [write("store/leaf.py", MODULE), link("store/leaf.py", "tea.py"), run(...IMPORT)],
    },
    {
      name: "a link to a folder",
      steps: [
        write("store/tea.py", MODULE),
        link("store", "shelf"),
        run("-c", "import sys; sys.path.insert(0, 'shelf'); import tea"),
      ],
    },
    {
      name: "a cache file that is a link is replaced",
      steps: [tea, write("other.txt", "other\n"), folder("__pycache__"), link("../other.txt", CACHE), run(...IMPORT)],
    },
  ],
};

export const FOLDERS: Family = {
  family: "folders that do not take it",
  scenarios: [
    { name: "a file called __pycache__", steps: [tea, write("__pycache__", "in the way"), run(...IMPORT)] },
    { name: "__pycache__ leads nowhere", steps: [tea, link("/nowhere/at/all", "__pycache__"), run(...IMPORT)] },
    { name: "__pycache__ is a device", steps: [tea, link("/dev/null", "__pycache__"), run(...IMPORT)] },
    { name: "__pycache__ is a folder of the kernel", steps: [tea, link("/proc/self", "__pycache__"), run(...IMPORT)] },
    {
      name: "__pycache__ is a link to another folder",
      steps: [tea, folder("elsewhere"), link("elsewhere", "__pycache__"), run(...IMPORT)],
    },
    {
      name: "-v says why: a file in the way",
      steps: [
        tea,
        write("__pycache__", ""),
        run(
          "-c",
          "import sys, _imp\nimport importlib._bootstrap as b\nb._verbose_message = lambda m, *a, verbosity=1: print(m.format(*a)) if 'could not' in m else None\nimport importlib._bootstrap_external as e\ne._bootstrap._verbose_message = b._verbose_message\nimport tea",
        ),
      ],
    },
  ],
};

const nothing = (name: string, step: Step) => ({ name, steps: [tea, step] });

export const OPTIONS: Family = {
  family: "options",
  scenarios: [
    nothing("-B", run("-B", ...IMPORT)),
    nothing("-B in a cluster", run("-BE", ...IMPORT)),
    nothing("PYTHONDONTWRITEBYTECODE=1", runWith({ PYTHONDONTWRITEBYTECODE: "1" }, ...IMPORT)),
    nothing("PYTHONDONTWRITEBYTECODE=x", runWith({ PYTHONDONTWRITEBYTECODE: "x" }, ...IMPORT)),
    nothing("PYTHONDONTWRITEBYTECODE=0", runWith({ PYTHONDONTWRITEBYTECODE: "0" }, ...IMPORT)),
    nothing("PYTHONDONTWRITEBYTECODE empty", runWith({ PYTHONDONTWRITEBYTECODE: "" }, ...IMPORT)),
    nothing("PYTHONDONTWRITEBYTECODE=1 under -E", runWith({ PYTHONDONTWRITEBYTECODE: "1" }, "-E", ...IMPORT)),
    nothing("sys.dont_write_bytecode", run("-c", "import sys; sys.dont_write_bytecode = True; import tea")),
    nothing(
      "sys.dont_write_bytecode = False under -B",
      run("-B", "-c", "import sys; sys.dont_write_bytecode = False; import tea"),
    ),
    {
      name: "-B uses what is there",
      steps: [tea, run(...IMPORT), touch(CACHE), write("tea.py", MODULE.replace("tea", "pot")), run("-B", ...IMPORT)],
    },
    nothing("the script itself", run("tea.py")),
    nothing("the script as a module", run("-m", "tea")),
    nothing("a command", run("-c", "pass")),
    nothing("-X pycache_prefix", run("-X", "pycache_prefix=elsewhere", ...IMPORT)),
    nothing("PYTHONPYCACHEPREFIX", runWith({ PYTHONPYCACHEPREFIX: "elsewhere" }, ...IMPORT)),
    nothing("PYTHONPYCACHEPREFIX under -E", runWith({ PYTHONPYCACHEPREFIX: "elsewhere" }, "-E", ...IMPORT)),
    nothing(
      "-X pycache_prefix comes before PYTHONPYCACHEPREFIX",
      runWith({ PYTHONPYCACHEPREFIX: "two" }, "-X", "pycache_prefix=one", ...IMPORT),
    ),
    nothing(
      "-X pycache_prefix without a value",
      runWith({ PYTHONPYCACHEPREFIX: "two" }, "-X", "pycache_prefix", ...IMPORT),
    ),
    nothing("-X pycache_prefix=", runWith({ PYTHONPYCACHEPREFIX: "two" }, "-X", "pycache_prefix=", ...IMPORT)),
    nothing(
      "sys.pycache_prefix",
      run("-c", "import sys; sys.pycache_prefix = 'elsewhere'; import tea; print(sys.pycache_prefix)"),
    ),
    {
      name: "a prefix is not looked into without one",
      steps: [
        tea,
        run("-X", "pycache_prefix=elsewhere", ...IMPORT),
        write("tea.py", MODULE.replace("tea", "pot")),
        run(...IMPORT),
      ],
    },
    {
      name: "a prefix that cannot be made",
      steps: [tea, write("elsewhere", "a file"), run("-X", "pycache_prefix=elsewhere", ...IMPORT)],
    },
    nothing(
      "an implementation without a cache tag",
      run("-c", "import sys; sys.implementation.cache_tag = None; import tea"),
    ),
    nothing("another cache tag", run("-c", "import sys; sys.implementation.cache_tag = 'brew-1'; import tea")),
  ],
};

export const SOURCELESS: Family = {
  family: "code without a source",
  scenarios: [
    { name: "in __pycache__ it is not imported", steps: [tea, run(...IMPORT), remove("tea.py"), run(...IMPORT)] },
    {
      name: "beside where the source was it is",
      steps: [tea, run(...IMPORT), move(CACHE, "tea.pyc"), remove("tea.py"), run(...IMPORT)],
    },
    {
      name: "beside the source, the source comes first",
      steps: [
        tea,
        run(...IMPORT),
        move(CACHE, "tea.pyc"),
        write("tea.py", MODULE.replace("tea", "pot")),
        run(...IMPORT),
      ],
    },
    {
      name: "a stale time does not matter without a source",
      steps: [tea, run(...IMPORT), move(CACHE, "tea.pyc"), remove("tea.py"), touch("tea.pyc"), run(...IMPORT)],
    },
    {
      name: "a package",
      steps: [
        write("pot/__init__.py", "print('pot')\n"),
        run("-m", "compileall", "-q", "-b", "pot"),
        remove("pot/__init__.py"),
        run("-c", "import pot; print(pot.__path__ != [], pot.__spec__.has_location)"),
      ],
    },
    {
      name: "with another magic number",
      steps: [tea, bytes("tea.pyc", "a70d0d0a00000000000000000000000000"), remove("tea.py"), run(...IMPORT)],
    },
    { name: "empty", steps: [bytes("tea.pyc", ""), run(...IMPORT)] },
    { name: "with a header alone", steps: [bytes("tea.pyc", `cb0d0d0a${"00".repeat(12)}`), run(...IMPORT)] },
    { name: "with half a header", steps: [bytes("tea.pyc", "cb0d0d0a0000"), run(...IMPORT)] },
    { name: "with None", steps: [bytes("tea.pyc", `cb0d0d0a${"00".repeat(12)}4e`), run(...IMPORT)] },
    {
      name: "-O looks for the same name",
      steps: [tea, run(...IMPORT), move(CACHE, "tea.pyc"), remove("tea.py"), run("-O", ...IMPORT)],
    },
    {
      name: "an error in it",
      steps: [
        write("tea.py", "def f():\n    return 1/0\nf()\n"),
        run("-m", "py_compile", "tea.py"),
        move(CACHE, "tea.pyc"),
        remove("tea.py"),
        run(...IMPORT),
      ],
    },
    {
      name: "moved with its cache, it names the new file",
      steps: [
        write("old/tea.py", "def f(): pass\n"),
        run("-m", "compileall", "-q", "old"),
        move("old", "new"),
        run("-c", "import sys; sys.path.insert(0, 'new'); import tea; print(tea.f.__code__.co_filename)"),
      ],
    },
    {
      name: "copied beside, it names the file it was compiled from",
      steps: [
        write("tea.py", "def f(): pass\n"),
        run("-m", "py_compile", "tea.py"),
        copy(CACHE, "pot.pyc"),
        run("-c", "import pot; print(pot.__file__, pot.f.__code__.co_filename)"),
      ],
    },
  ],
};
