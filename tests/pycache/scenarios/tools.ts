/** py_compile and compileall with their options, and dis, zipapp and site on the command line. */
import {
  bytes,
  chmod,
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

const good: readonly Step[] = [write("shop/tea.py", "x = 1\n"), write("shop/deep/pot.py", "y = 2\n")];
const bad: Step = write("shop/bad.py", "x = = 1\n");
const compileall = (...args: string[]): Step => run("-m", "compileall", ...args);
const all = (name: string, ...args: string[]) => ({
  name: `compileall ${name}`,
  steps: [...good, compileall(...args)],
});

export const COMPILERS: Family = {
  family: "py_compile and compileall",
  scenarios: [
    { name: "py_compile", steps: [...good, run("-m", "py_compile", "shop/tea.py", "shop/deep/pot.py")] },
    { name: "py_compile of an error", steps: [bad, run("-m", "py_compile", "shop/bad.py")] },
    {
      name: "py_compile -q of an error",
      steps: [bad, ...good, run("-m", "py_compile", "-q", "shop/bad.py", "shop/tea.py")],
    },
    { name: "py_compile of nothing there", steps: [run("-m", "py_compile", "none.py")] },
    { name: "py_compile without arguments", steps: [run("-m", "py_compile")] },
    { name: "py_compile -O", steps: [...good, run("-O", "-m", "py_compile", "shop/tea.py")] },
    {
      name: "py_compile of a mode",
      steps: [...good, chmod("shop/tea.py", 0o600), run("-m", "py_compile", "shop/tea.py")],
    },
    {
      name: "py_compile to a link is refused",
      steps: [
        ...good,
        write("target", ""),
        link("target", "out.pyc"),
        run("-c", "import py_compile\npy_compile.compile('shop/tea.py', 'out.pyc')"),
      ],
    },
    {
      name: "py_compile to a device is refused",
      steps: [...good, run("-c", "import py_compile\npy_compile.compile('shop/tea.py', '/dev/null')")],
    },
    all("of a folder", "shop"),
    all("-q", "-q", "shop"),
    all("-qq", "-qq", "shop"),
    all("-l", "-l", "shop"),
    all("-r 0", "-r", "0", "shop"),
    all("-r 1", "-r", "1", "-q", "shop"),
    all("-b", "-b", "shop"),
    all("-d", "-d", "/build", "-q", "shop"),
    all("-s -p", "-s", "shop", "-p", "/opt", "-q", "shop/deep"),
    all("-s alone", "-s", "shop", "-q", "shop/deep"),
    all("-d with -s", "-d", "/b", "-s", "shop", "shop"),
    all("-x", "-x", "deep", "shop"),
    all("-o 1", "-o", "1", "shop"),
    all("-o 0 -o 1 -o 2", "-o", "0", "-o", "1", "-o", "2", "-q", "shop"),
    all("-o 3", "-o", "3", "-q", "shop"),
    all("--invalidation-mode checked-hash", "--invalidation-mode", "checked-hash", "-q", "shop"),
    all("--invalidation-mode unchecked-hash", "--invalidation-mode", "unchecked-hash", "-q", "shop"),
    all("--invalidation-mode wrong", "--invalidation-mode", "wrong", "-q", "shop"),
    all("--hardlink-dupes without two levels", "--hardlink-dupes", "shop"),
    all("-j 2", "-j", "2", "-q", "shop"),
    all("-j 0 with a level and a prefix", "-j", "0", "-o", "2", "-s", "shop", "-p", "/opt", "-q", "shop"),
    all("-j -1", "-j", "-1", "shop"),
    all("-j many", "-j", "many", "shop"),
    all("of single files", "shop/tea.py", "shop/deep/pot.py"),
    all("of what is not there", "none"),
    all("of a file that is not there", "none.py"),
    all("-h", "-h"),
    {
      name: "compileall --hardlink-dupes",
      steps: [
        ...good,
        compileall("--hardlink-dupes", "-o", "0", "-o", "1", "-o", "2", "-q", "shop"),
        run(
          "-c",
          "import os\nprint([os.stat(f'shop/__pycache__/tea.cpython-312{s}.pyc').st_nlink for s in ('', '.opt-1', '.opt-2')])",
        ),
      ],
    },
    { name: "compileall with an error goes on", steps: [...good, bad, compileall("shop")] },
    { name: "compileall -q with an error", steps: [...good, bad, compileall("-q", "shop")] },
    {
      name: "compileall -j with an error goes on",
      steps: [...good, bad, run("-c", "import compileall; print(compileall.compile_dir('shop', quiet=2, workers=3))")],
    },
    { name: "compileall -qq with an error", steps: [...good, bad, compileall("-qq", "shop")] },
    {
      name: "compileall leaves what is fresh",
      steps: [...good, compileall("-q", "shop"), touch("shop/__pycache__/tea.cpython-312.pyc"), compileall("shop")],
    },
    {
      name: "compileall -f does not",
      steps: [
        ...good,
        compileall("-q", "shop"),
        touch("shop/__pycache__/tea.cpython-312.pyc"),
        compileall("-f", "shop"),
      ],
    },
    { name: "compileall -i", steps: [...good, write("list", "shop/tea.py\nshop/deep\n"), compileall("-i", "list")] },
    { name: "compileall -i with a missing list", steps: [compileall("-i", "nolist")] },
    {
      name: "compileall of sys.path",
      steps: [
        write("lib/tea.py", ""),
        runWith(
          { PYTHONPATH: "lib" },
          "-c",
          "import compileall, sys\nsys.path = ['', 'lib']\nprint(compileall.compile_path(quiet=0))",
        ),
      ],
    },
    {
      name: "compileall -e",
      steps: [
        ...good,
        link("../outside.py", "shop/in.py"),
        write("outside.py", ""),
        compileall("-e", "shop", "-q", "shop"),
      ],
    },
    { name: "compileall and a file that is no text", steps: [bytes("shop/x.py", "ff00ff"), compileall("shop")] },
    {
      name: "compileall and a prefix",
      steps: [...good, run("-X", "pycache_prefix=elsewhere", "-m", "compileall", "-q", "shop")],
    },
    { name: "compileall and an unreadable folder name", steps: [folder("shop/empty"), compileall("shop")] },
  ],
};

export const TOOLS: Family = {
  family: "tools",
  scenarios: [
    {
      name: "dis of a source",
      steps: [write("tea.py", "def f(x):\n    return x + 1\nprint(f(1))\n"), run("-m", "dis", "tea.py")],
    },
    {
      name: "dis of a .pyc through marshal",
      steps: [
        write("tea.py", "a = 1\n"),
        run("-m", "py_compile", "tea.py"),
        run(
          "-c",
          "import marshal, dis\ndis.dis(marshal.loads(open('__pycache__/tea.cpython-312.pyc', 'rb').read()[16:]))",
        ),
      ],
    },
    {
      name: "pickletools",
      steps: [
        run("-c", "import pickle; open('p', 'wb').write(pickle.dumps([1, 'a', (2.5, None)], 4))"),
        run("-m", "pickletools", "-a", "p"),
      ],
    },
    {
      name: "zipapp",
      steps: [
        write("app/__main__.py", "import spoon\nprint('main')\n"),
        write("app/spoon.py", "print('spoon')\n"),
        run("-m", "zipapp", "app", "-o", "app.pyz", "-p", "/usr/bin/env python3"),
        run("app.pyz"),
        run("-m", "zipapp", "app.pyz", "--info"),
        remove("app.pyz"),
      ],
    },
    {
      name: "zipapp -m",
      steps: [
        write("app/spoon.py", "def stir(): print('stirred')\n"),
        run("-m", "zipapp", "app", "-m", "spoon:stir"),
        run("app.pyz"),
        remove("app.pyz"),
      ],
    },
    { name: "zipapp without a main", steps: [write("app/spoon.py", ""), run("-m", "zipapp", "app")] },
    {
      name: "modulefinder",
      steps: [
        write("tea.py", "import pot, missing\nfrom pot import lid\n"),
        write("pot.py", "lid = 1\n"),
        run("-c", "import modulefinder\nf = modulefinder.ModuleFinder(['.'])\nf.run_script('tea.py')\nf.report()"),
      ],
    },
    {
      name: "pkgutil",
      steps: [
        write("pot/__init__.py", ""),
        write("pot/lid.py", ""),
        write("pot/deep/__init__.py", ""),
        write("pot/deep/x.py", ""),
        write("pot/data.txt", "text"),
        run(
          "-c",
          "import pkgutil, pot\nprint([(m.name, m.ispkg) for m in pkgutil.walk_packages(pot.__path__, 'pot.')])\nprint(pkgutil.get_data('pot', 'data.txt'), pkgutil.resolve_name('pot.deep:x'))",
        ),
      ],
    },
    {
      name: "a .pth file",
      steps: [
        write("site/extra.pth", "# comment\n\nmore\nimport sys; print('line run')\nnowhere\nimport nothing_there\n"),
        write("site/more/tea.py", "print('tea')\n"),
        run("-c", "import site; site.addsitedir('site'); import tea"),
      ],
    },
    {
      name: "sitecustomize and usercustomize",
      steps: [
        write("sitecustomize.py", "print('site')\n"),
        write("usercustomize.py", "print('user')\n"),
        runWith({ PYTHONPATH: "." }, "-c", "pass"),
        runWith({ PYTHONPATH: "." }, "-S", "-c", "pass"),
        runWith({ PYTHONPATH: "." }, "-s", "-c", "pass"),
      ],
    },
    {
      name: "sitecustomize that fails",
      steps: [write("sitecustomize.py", "1/0\n"), runWith({ PYTHONPATH: "." }, "-c", "print('on')")],
    },
    {
      name: "PYTHONPATH with a zip and a folder",
      steps: [
        write("lib/tea.py", "print(__file__)\n"),
        runWith({ PYTHONPATH: "lib:none.zip" }, "-c", "import tea, sys; print(sys.path[:3])"),
      ],
    },
    {
      name: "a module moved while the program runs",
      steps: [
        write("tea.py", "x = 1\n"),
        run(
          "-c",
          "import tea, os, importlib\nos.rename('tea.py', 'pot.py')\ntry: importlib.reload(tea)\nexcept Exception as e: print(type(e).__name__, e)\nimport pot; print(pot.x)",
        ),
        move("pot.py", "tea.py"),
      ],
    },
  ],
};
