/**
 * Command lines whose result CPython 3.12 decides: arguments, environment, standard input and files. What CPython said
 * is in expectations.json, which `npm run record:cli -- python3.12` writes.
 */
import { SESSIONS } from "./sessions.ts";

export interface CommandCase {
  readonly name: string;
  readonly args: readonly string[];
  readonly stdin?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Files of the working folder, by path. `main.zip` of a folder `main.zip/` is made as an archive. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
}

const PRINT_ARGV = "import sys\nprint(sys.argv, repr(sys.path[0]), __name__)\n";
const SHOW_FLAGS = "import sys; print(sys.flags)";
const PACKAGE = {
  "pack/__init__.py": "print('init', __name__)\n",
  "pack/__main__.py": "import sys\nprint('main', __name__, __package__, sys.argv[1:], __spec__.name)\n",
  "pack/mod.py": "import sys\nprint('mod', __name__, __package__, sys.argv[1:])\n",
};

const latin1 = (text: string): Uint8Array => Buffer.from(text, "latin1");

const programs: readonly CommandCase[] = [
  { name: "script", args: ["main.py", "a", "-b"], files: { "main.py": PRINT_ARGV } },
  { name: "script in a folder", args: ["sub/main.py"], files: { "sub/main.py": PRINT_ARGV } },
  { name: "script after --", args: ["--", "main.py", "x"], files: { "main.py": PRINT_ARGV } },
  { name: "script without its suffix", args: ["main"], files: { main: "print(__file__, __cached__, __spec__)\n" } },
  { name: "script with a syntax error", args: ["bad.py"], files: { "bad.py": "x = 1\nif x\n    pass\n" } },
  { name: "script with a null byte", args: ["bad.py"], files: { "bad.py": "x = 1\0\n" } },
  { name: "script that is not UTF-8", args: ["bad.py"], files: { "bad.py": latin1('x = 1\ny = "\xe9"\n') } },
  {
    name: "script that is not UTF-8 behind a syntax error",
    args: ["bad.py"],
    files: { "bad.py": latin1("x = $\n#\xe9\n") },
  },
  { name: "script that is not UTF-8 in a bracket", args: ["bad.py"], files: { "bad.py": latin1("x = (\r#\xc3\xe9") } },
  {
    name: "script that is not UTF-8 behind a broken string",
    args: ["bad.py"],
    files: { "bad.py": latin1('x="a\ny="\xe9"\n') },
  },
  {
    name: "script that is not what it declares",
    args: ["bad.py"],
    files: { "bad.py": latin1("# coding: ascii\n#\xe9\n") },
  },
  { name: "script in an unknown encoding", args: ["bad.py"], files: { "bad.py": "# coding: foo\n" } },
  { name: "script in Latin-1 with a BOM", args: ["bad.py"], files: { "bad.py": "\ufeff# coding: latin-1\n" } },
  { name: "script that is not there", args: ["nofile.py"] },
  { name: "script that is a folder without __main__", args: ["folder"], files: { "folder/x.py": "" } },
  {
    name: "folder",
    args: ["folder", "q"],
    files: { "folder/__main__.py": `${PRINT_ARGV}print(__file__, __spec__.name)\n` },
  },
  { name: "folder whose program fails", args: ["folder"], files: { "folder/__main__.py": "def f():\n    1/0\nf()\n" } },
  {
    name: "zip",
    args: ["main.zip", "q"],
    files: {
      "main.zip/__main__.py": `${PRINT_ARGV}import helper\n`,
      "main.zip/helper.py": "print('helper', __file__)\n",
    },
  },
  { name: "-x", args: ["-x", "main.py"], files: { "main.py": "not python at all\nprint('second line')\n1/0\n" } },
  { name: "-c", args: ["-c", PRINT_ARGV, "a", "-b"] },
  { name: "-c in a cluster", args: ["-Bc", "import sys; print(sys.dont_write_bytecode, sys.argv)", "z"] },
  { name: "-c without its argument", args: ["-c"] },
  { name: "-c with an indented line", args: ["-c", "  print(1)"] },
  { name: "-c with an error", args: ["-c", "def f():\n    raise ValueError('x')\nf()"] },
  { name: "-c ending in a line continuation", args: ["-c", "print(1) \\"] },
  {
    name: "-m module",
    args: ["-m", "mod", "a"],
    files: { "mod.py": `${PRINT_ARGV}print(__spec__.name, __package__ == '')\n` },
  },
  { name: "-m package", args: ["-m", "pack", "a"], files: PACKAGE },
  { name: "-m submodule", args: ["-m", "pack.mod", "a"], files: PACKAGE },
  { name: "-m package without __main__", args: ["-m", "pack"], files: { "pack/__init__.py": "" } },
  { name: "-m of nothing", args: ["-m", "nomod"] },
  { name: "-m of nothing in a package", args: ["-m", "pack.nomod"], files: { "pack/__init__.py": "" } },
  { name: "-m of a builtin module", args: ["-m", "sys"] },
  { name: "-m of a module of the library", args: ["-m", "this"] },
  { name: "-m without its argument", args: ["-m"] },
  { name: "-m with a relative name", args: ["-m", ".mod"] },
  {
    name: "-m where the parent fails",
    args: ["-m", "pack.mod"],
    files: { "pack/__init__.py": "1/0\n", "pack/mod.py": "" },
  },
  { name: "-m where the module fails", args: ["-m", "mod"], files: { "mod.py": "1/0\n" } },
  { name: "standard input", args: [], stdin: `${PRINT_ARGV}print(__builtins__)\n` },
  { name: "standard input by -", args: ["-", "a"], stdin: PRINT_ARGV },
  { name: "standard input with an error", args: [], stdin: "print(1)\nraise KeyError('k')\n" },
  { name: "standard input with a syntax error", args: [], stdin: "print(1)\nx = = 2\n" },
  { name: "empty standard input", args: [], stdin: "" },
  { name: "input() from standard input", args: ["-c", "print(input('? '), input())\ninput()"], stdin: "one\ntwo\n" },
  {
    name: "source in Latin-1",
    args: ["main.py"],
    files: { "main.py": latin1("# coding: latin-1\nprint(ascii('é'))\n") },
  },
];

const options: readonly CommandCase[] = [
  { name: "no flags", args: ["-c", SHOW_FLAGS] },
  { name: "all flags", args: ["-bBdEiOqsSuP", "-c", SHOW_FLAGS], stdin: "" },
  { name: "flags given twice", args: ["-bb", "-OO", "-c", SHOW_FLAGS] },
  { name: "-I", args: ["-I", "-c", `${SHOW_FLAGS}; print(sys.path[0] == '')`], env: { PYTHONPATH: "/nowhere" } },
  {
    name: "-E",
    args: ["-E", "-c", `${SHOW_FLAGS}; print('/nowhere' in sys.path)`],
    env: { PYTHONPATH: "/nowhere", PYTHONOPTIMIZE: "2" },
  },
  { name: "PYTHONPATH", args: ["-c", "import sys; print(sys.path[:3])"], env: { PYTHONPATH: "/nowhere:/elsewhere" } },
  {
    name: "-P",
    args: ["-P", "main.py"],
    files: { "main.py": "import sys; print(any(p.endswith('work') for p in sys.path[:1]), sys.flags.safe_path)" },
  },
  { name: "-S", args: ["-S", "-c", "import sys; print('site' in sys.modules, 'exit' in dir(__builtins__))"] },
  { name: "-s", args: ["-s", "-c", "import site, sys; print(site.ENABLE_USER_SITE, sys.flags.no_user_site)"] },
  { name: "assert", args: ["-c", "assert 1 == 2, 'message'"] },
  {
    name: "-O",
    args: ["-O", "-c", "assert 1 == 2\nprint(__debug__, (lambda: 'doc').__doc__)\ndef f():\n  'doc'\nprint(f.__doc__)"],
  },
  { name: "-OO", args: ["-OO", "-c", "def f():\n  'doc'\nprint(f.__doc__, __debug__)"] },
  {
    name: "variables as flags",
    args: ["-c", SHOW_FLAGS],
    env: {
      PYTHONOPTIMIZE: "2",
      PYTHONDONTWRITEBYTECODE: "x",
      PYTHONUNBUFFERED: "1",
      PYTHONNOUSERSITE: "1",
      PYTHONSAFEPATH: "1",
      PYTHONDEBUG: "3",
    },
  },
  {
    name: "empty variables are absent",
    args: ["-c", SHOW_FLAGS],
    env: { PYTHONOPTIMIZE: "", PYTHONDONTWRITEBYTECODE: "" },
  },
  { name: "PYTHONINSPECT", args: ["-c", "x = 5"], env: { PYTHONINSPECT: "1" }, stdin: "print(x)\n" },
  { name: "PYTHONHASHSEED out of range", args: ["-c", "pass"], env: { PYTHONHASHSEED: "4294967296" } },
  {
    name: "PYTHONHASHSEED=0",
    args: ["-c", "import sys; print(sys.flags.hash_randomization)"],
    env: { PYTHONHASHSEED: "0" },
  },
  {
    name: "PYTHONHASHSEED=random",
    args: ["-c", "import sys; print(sys.flags.hash_randomization)"],
    env: { PYTHONHASHSEED: "random" },
  },
  {
    name: "PYTHONIOENCODING",
    args: [
      "-c",
      "import sys; print(sys.stdout.encoding, sys.stdout.errors, sys.stderr.errors, ascii(sys.stdin.errors)); print('\\xe9\\u20ac')",
    ],
    env: { PYTHONIOENCODING: "latin-1:replace" },
  },
  ...Object.entries<Record<string, string>>({
    "an encoding alone": { PYTHONIOENCODING: "latin-1" },
    "an encoding and no handler": { PYTHONIOENCODING: "ascii:" },
    "a handler alone": { PYTHONIOENCODING: ":ignore" },
    "a colon": { PYTHONIOENCODING: ":" },
    "the C locale": { LC_ALL: "C" },
    "the C locale in UTF-8": { LC_ALL: "C.UTF-8" },
    "UTF-8 mode": { PYTHONUTF8: "1" },
  }).map(([name, env]) => ({
    name: `standard streams with ${name}`,
    args: [
      "-c",
      "import sys; print(sys.stdout.encoding, sys.stdout.errors, sys.stderr.errors, sys.stdin.errors); print('a\\udcbdb')",
    ],
    env,
  })),
  { name: "PYTHONUTF8", args: ["-c", "import sys; print(sys.flags.utf8_mode)"], env: { PYTHONUTF8: "1" } },
  { name: "PYTHONUTF8 wrong", args: ["-c", "pass"], env: { PYTHONUTF8: "2" } },
  {
    name: "PYTHONINTMAXSTRDIGITS",
    args: ["-c", "import sys; print(sys.get_int_max_str_digits())"],
    env: { PYTHONINTMAXSTRDIGITS: "5000" },
  },
  { name: "PYTHONINTMAXSTRDIGITS wrong", args: ["-c", "pass"], env: { PYTHONINTMAXSTRDIGITS: "10" } },
  { name: "-X", args: ["-X", "a=b", "-Xc", "-c", "import sys; print(sys._xoptions)"] },
  { name: "-X dev", args: ["-X", "dev", "-c", "import sys; print(sys.flags.dev_mode, sys.warnoptions)"] },
  { name: "-X utf8=2", args: ["-X", "utf8=2", "-c", "pass"] },
  {
    name: "-X int_max_str_digits",
    args: ["-X", "int_max_str_digits=700", "-c", "import sys; print(sys.flags.int_max_str_digits)"],
  },
  { name: "-X int_max_str_digits wrong", args: ["-X", "int_max_str_digits=7", "-c", "pass"] },
  {
    name: "-X frozen_modules=off",
    args: ["-X", "frozen_modules=off", "-c", "import os; print(os.__spec__.origin.endswith('os.py'))"],
  },
  { name: "-X frozen_modules wrong", args: ["-X", "frozen_modules=maybe", "-c", "pass"] },
  {
    name: "-X no_debug_ranges",
    args: ["-X", "no_debug_ranges", "main.py"],
    files: { "main.py": "x = 1\ny = x + 1/0 + 3\n" },
  },
  { name: "-X without its argument", args: ["-X"] },
  { name: "-W error", args: ["-W", "error", "-c", "import warnings; warnings.warn('careful')"] },
  { name: "-W ignore", args: ["-Wignore", "-c", "import warnings; warnings.warn('careful')"] },
  { name: "-W wrong action", args: ["-W", "foo", "-c", "import sys; print(sys.warnoptions)"] },
  { name: "-W wrong category", args: ["-W", "error::Foo", "-c", "pass"] },
  { name: "-W wrong line", args: ["-W", "error:::mod:x", "-c", "pass"] },
  {
    name: "PYTHONWARNINGS",
    args: ["-W", "default", "-c", "import sys; print(sys.warnoptions)"],
    env: { PYTHONWARNINGS: "ignore,error::UserWarning" },
  },
  {
    name: "-b",
    args: [
      "-b",
      "-c",
      "print(b'a' == 'a', str(b'x'))\nprint(bytearray(b'a') != 'a', b'a' == 97, str(bytearray(b'y')))",
    ],
  },
  { name: "-bb", args: ["-bb", "-c", "print(b'a' == 'a')"] },
  {
    name: "warning shown",
    args: ["main.py"],
    files: { "main.py": "import warnings\nwarnings.warn('careful')\nwarnings.warn('gone', DeprecationWarning)\n" },
  },
  { name: "warning of the compiler", args: ["main.py"], files: { "main.py": "x = '\\d'\nprint(1 is 1)\n" } },
  {
    name: "check-hash-based-pycs",
    args: ["--check-hash-based-pycs", "never", "-c", "import _imp; print(_imp.check_hash_based_pycs)"],
  },
  { name: "check-hash-based-pycs wrong", args: ["--check-hash-based-pycs", "maybe", "-c", "pass"] },
  { name: "check-hash-based-pycs without its argument", args: ["--check-hash-based-pycs"] },
  { name: "unknown letter", args: ["-Z"] },
  { name: "unknown word", args: ["--foo"] },
  { name: "-V", args: ["-V"] },
  { name: "--version", args: ["--version"] },
  { name: "orig_argv", args: ["-B", "-c", "import sys; print(sys.orig_argv[1:])", "z"] },
  {
    name: "-u",
    args: [
      "-u",
      "-c",
      "import sys; sys.stdout.write('a'); sys.stderr.write('b'); print(sys.stdout.write_through, sys.stdout.line_buffering)",
    ],
  },
];

const TIMED_IMPORTS = `import sys
print("program begins", file=sys.stderr, flush=True)
import pack
try: import pack.c
except ImportError: pass
def later(): import pack.b, pack.d
later()
sys.stderr = None
__import__("pack.e")
`;

/** Of the start, which imports other modules, nothing is compared. */
const importTimes: readonly CommandCase[] = [
  { name: "-X importtime", args: ["-I", "-S", "-X", "importtime", "main.py"] },
  { name: "PYTHONPROFILEIMPORTTIME", args: ["-S", "main.py"], env: { PYTHONPROFILEIMPORTTIME: "1" } },
].map((each) => ({
  ...each,
  files: {
    "main.py": `import sys; sys.path.insert(0, "")\n${TIMED_IMPORTS}`,
    "pack/__init__.py": "from pack import b\n",
    "pack/b.py": "import time\nimport stat, keyword\n",
    "pack/c.py": "import pack.b, gone\n",
    "pack/d.py": "import keyword\n1 / len(keyword.kwlist)\n",
    "pack/e.py": "from . import d\nimport reprlib\n",
  },
}));

const exits: readonly CommandCase[] = [
  ...["3", "0", "300", "-1", "None", "'text'", "True", "2**70", "(1, 2)", "1.5", ""].map((code) => ({
    name: `sys.exit(${code})`,
    args: ["-c", `import sys; sys.exit(${code})`],
  })),
  { name: "raise SystemExit", args: ["-c", "raise SystemExit"] },
  { name: "raise SystemExit in a class of its own", args: ["-c", "class E(SystemExit):\n  pass\nraise E(7)"] },
  { name: "exit()", args: ["-c", "exit(4)"] },
  { name: "quit without call", args: ["-c", "print(quit, exit)"] },
  { name: "os._exit", args: ["-c", "import os; print('lost', end=''); os._exit(5)"] },
  { name: "os.abort", args: ["-c", "import os; os.kill(os.getpid(), 9)"] },
  { name: "KeyboardInterrupt", args: ["-c", "raise KeyboardInterrupt"] },
  { name: "exception in the middle of a line", args: ["-c", "print('partial', end='')\nraise RuntimeError('x')"] },
  {
    name: "exception with a cause",
    args: ["-c", "try:\n  1/0\nexcept ZeroDivisionError as e:\n  raise KeyError('k') from e"],
  },
  { name: "exception with notes", args: ["-c", "e = ValueError('a')\ne.add_note('note')\nraise e"] },
  { name: "exception group", args: ["-c", "raise ExceptionGroup('g', [ValueError(1), TypeError(2)])"] },
  { name: "exception whose str fails", args: ["-c", "class E(Exception):\n  def __str__(self): 1/0\nraise E"] },
  {
    name: "excepthook of its own",
    args: ["-c", "import sys\nsys.excepthook = lambda *a: print('hook', a[0].__name__)\n1/0"],
  },
  {
    name: "excepthook that fails",
    args: ["-c", "import sys\ndef hook(*a): raise TypeError('bad')\nsys.excepthook = hook\n1/0"],
  },
  { name: "excepthook deleted", args: ["-c", "import sys\ndel sys.excepthook\n1/0"] },
  {
    name: "atexit",
    args: ["-c", "import atexit\natexit.register(print, 'one')\natexit.register(print, 'two')\nprint('end')"],
  },
  { name: "atexit after an error", args: ["-c", "import atexit\natexit.register(print, 'bye')\n1/0"] },
  {
    name: "atexit that fails",
    args: ["-c", "import atexit\natexit.register(lambda: 1/0)\natexit.register(print, 'x')"],
  },
  { name: "atexit that exits", args: ["-c", "import atexit, sys\natexit.register(sys.exit, 9)"] },
  { name: "stdout closed", args: ["-c", "import sys\nsys.stdout.close()"] },
  {
    name: "stdout that cannot be flushed",
    args: ["-c", "import sys\nprint('x')\nsys.stdout = open('/dev/full', 'w')\nprint('y')"],
  },
  { name: "stdout is None", args: ["-c", "import sys\nsys.stdout = None\nprint('nothing')"] },
  ...["1/0", "sys.exit('gone')", "x = = 1"].flatMap((end): CommandCase[] => {
    const program = `import os, sys\nos.dup2(1, 2)\nprint("printed")\n${end.startsWith("x") ? `exec(${JSON.stringify(end)})` : end}\n`;
    return [
      { name: `-c ends with ${end}`, args: ["-c", program] },
      { name: `-m ends with ${end}`, args: ["-m", "m"], files: { "m.py": program } },
      { name: `a script ends with ${end}`, args: ["m.py"], files: { "m.py": program } },
      { name: `a folder ends with ${end}`, args: ["f"], files: { "f/__main__.py": program } },
      { name: `standard input ends with ${end}`, args: [], stdin: program },
    ];
  }),
  { name: "stderr is None", args: ["-c", "import sys\nsys.stderr = None\n1/0"] },
  { name: "recursion", args: ["-c", "def f(): f()\nf()"] },
  { name: "NameError with a suggestion", args: ["-c", "prnt(1)"] },
  { name: "missing import", args: ["-c", "print(sys.path)"] },
];

const shell: readonly CommandCase[] = [
  { name: "-i after a command", args: ["-i", "-c", "x = 3"], stdin: "x + 1\nprint('a')\n" },
  { name: "-i after an error", args: ["-i", "-c", "1/0"], stdin: "import sys\nsys.last_value\n" },
  { name: "-i after exit", args: ["-i", "-c", "import sys; sys.exit(3)"], stdin: "5\n" },
  { name: "-i with a script", args: ["-i", "main.py"], files: { "main.py": "y = 4\n" }, stdin: "y\n__name__\n" },
  { name: "-q -i", args: ["-q", "-i"], stdin: "1 + 1\n_ * 2\nNone\n'text'\n" },
  {
    name: "-q -i with a block",
    args: ["-q", "-i"],
    stdin: "for i in range(2):\n    print(i)\n\nif 1:\n  x = 5\nelse:\n  x = 6\n\nx\n",
  },
  { name: "-q -i with brackets", args: ["-q", "-i"], stdin: "(1 +\n2)\n'''a\n\nb'''\n" },
  {
    name: "-q -i with errors",
    args: ["-q", "-i"],
    stdin: "1/0\nx = = 1\ndef f():\n  return y\n\nf()\nprint('still here')\n",
  },
  { name: "-q -i with an error of indentation", args: ["-q", "-i"], stdin: "  1\n" },
  { name: "-q -i with exit", args: ["-q", "-i"], stdin: "import sys\nsys.exit(7)\nprint('no')\n" },
  {
    name: "-q -i with prompts of its own",
    args: ["-q", "-i"],
    stdin: "import sys\nsys.ps1 = 'in> '\nsys.ps2 = 'more> '\nif 1:\n  2\n\n",
  },
  {
    name: "-q -i with a decorator",
    args: ["-q", "-i"],
    stdin: "@property\ndef f(s): pass\n\nf\n".replace("\nf\n", "\ntype(f)\n"),
  },
  {
    name: "-q -i with a displayhook",
    args: ["-q", "-i"],
    stdin: "import sys\nsys.displayhook = lambda v: print('<', v, '>')\n1\n",
  },
  { name: "-q -i with a comment and empty lines", args: ["-q", "-i"], stdin: "# nothing\n\n\n1; 2\n" },
  { name: "-q -i without a last line end", args: ["-q", "-i"], stdin: "1 + 1" },
  {
    name: "PYTHONSTARTUP",
    args: ["-q", "-i"],
    env: { PYTHONSTARTUP: "start.py" },
    files: { "start.py": "print('started')\nz = 9\n" },
    stdin: "z\n",
  },
];

export const CASES: Readonly<Record<string, readonly CommandCase[]>> = {
  programs,
  options,
  importTimes,
  exits,
  shell,
  sessions: SESSIONS,
};
