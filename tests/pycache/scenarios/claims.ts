/** What is often said of imports and their cache, put to the test: the true, the loose and the wrong. */
import { type Family, remove, run, touch, write, zip } from "./scenario.ts";

const MODULE = "import sys\nprint('tea', __name__, __cached__ and __cached__.rpartition('/')[2])\nvalue = 41\n";
const CACHE = "__pycache__/tea.cpython-312.pyc";
const READ = `data = open('${CACHE}', 'rb').read()`;
const python = (...lines: string[]) => run("-c", lines.join("\n"));

export const CLAIMS: Family = {
  family: "claims",
  scenarios: [
    {
      name: "the script that is run gets no .pyc, imported it gets one",
      steps: [
        write("tea.py", MODULE),
        run("tea.py"),
        run("-m", "tea"),
        run("-c", "import os; print(os.listdir())"),
        run("-c", "import tea"),
      ],
    },
    {
      name: "the first sixteen bytes: magic number, flags, time, size",
      steps: [
        write("tea.py", MODULE),
        run("-m", "py_compile", "tea.py"),
        python(
          "import importlib.util, os",
          READ,
          "print(data[:4].hex(), data[:4] == importlib.util.MAGIC_NUMBER, *(int.from_bytes(data[i:i + 4], 'little') for i in (4, 8, 12)))",
          "print(int(os.stat('tea.py').st_mtime), os.stat('tea.py').st_size)",
        ),
      ],
    },
    {
      name: "behind them lies a code object, read with marshal",
      steps: [
        write("tea.py", "def f(x):\n    try:\n        return 5 + 3 + x\n    except TypeError:\n        pass\n"),
        run("-m", "py_compile", "tea.py"),
        python(
          "import marshal",
          READ,
          "code = marshal.loads(data[16:])",
          "print([name for name in dir(code) if name.startswith('co_')])",
          "f = code.co_consts[0]",
          "print(f.co_name, f.co_varnames, f.co_names, f.co_consts, f.co_firstlineno, f.co_filename)",
          "print(f.co_code.hex(), f.co_linetable.hex(), f.co_exceptiontable.hex(), list(f.co_positions())[:3])",
        ),
      ],
    },
    {
      name: "the code from the cache is the code that the source gives",
      steps: [
        write("tea.py", MODULE),
        run("-c", "import tea"),
        python(
          "import importlib.machinery, marshal",
          READ,
          "cached = marshal.loads(data[16:])",
          "fresh = compile(open('tea.py').read(), cached.co_filename, 'exec')",
          "print(cached == fresh, cached.co_code == fresh.co_code)",
        ),
      ],
    },
    {
      name: "a stale cache is written again whole: only a comment is another",
      steps: [
        write("tea.py", `${MODULE}# one\n`),
        run("-c", "import tea"),
        touch(CACHE),
        write("tea.py", `${MODULE}# three\n`),
        run("-c", `import tea, os; print(os.stat('${CACHE}').st_mtime > 1_500_000_000)`),
      ],
    },
    {
      name: "compiled before it is deployed, it is used whatever becomes of the sources' times",
      steps: [
        write("shop/tea.py", MODULE),
        run("-m", "compileall", "-q", "--invalidation-mode", "unchecked-hash", "shop"),
        touch(`shop/${CACHE}`),
        touch("shop/tea.py", 1_700_000_000),
        run("-B", "-c", "import sys; sys.path.insert(0, 'shop'); import tea"),
      ],
    },
    {
      name: "the names: cache_from_source and back",
      steps: [
        python(
          "from importlib.util import cache_from_source, source_from_cache",
          "for path in 'tea.py', 'a/b.py', '/x/y.z.py', 'noend', '.py':",
          "    for level in None, '', 0, 1, '2', 'odd':",
          "        print(path, repr(level), cache_from_source(path, optimization=level))",
          "for path in '__pycache__/tea.cpython-312.pyc', 'a/__pycache__/b.other-1.opt-2.pyc', 'tea.pyc', '__pycache__/tea.pyc', '__pycache__/a.b.c.d.pyc', '__pycache__/a.b.opt-!.pyc':",
          "    try: print(source_from_cache(path))",
          "    except ValueError as error: print(error)",
          "try: cache_from_source('tea.py', optimization='a-b')",
          "except ValueError as error: print(error)",
        ),
      ],
    },
    {
      name: "kinds of modules, and who loads each",
      steps: [
        write("tea.py", ""),
        write("pot.py", ""),
        run("-m", "compileall", "-q", "-b", "pot.py"),
        remove("pot.py"),
        write("lid.py", ""),
        zip("kitchen.zip", ["lid.py"]),
        remove("lid.py"),
        write("names/inner.py", ""),
        python(
          "import sys; sys.path.append('kitchen.zip')",
          "from importlib.util import find_spec",
          "for name in 'sys', 'builtins', '_frozen_importlib', 'zipimport', 'tea', 'pot', 'lid', 'names':",
          "    spec = find_spec(name)",
          "    loader = spec.loader",
          "    print(name, getattr(loader, '__name__', type(loader).__name__), spec.has_location, spec.origin if not spec.has_location else '')",
          "print(hasattr(sys, 'frozen'))",
        ),
      ],
    },
    {
      name: "the steps: a finder, a spec, a module, its code, sys.modules",
      steps: [
        write("tea.py", "import sys\nprint('runs', __name__ in sys.modules, __spec__._initializing)\nvalue = 1\n"),
        python(
          "import sys, importlib.util as u",
          "print([getattr(f, '__name__', f) for f in sys.meta_path])",
          "spec = u.find_spec('tea')",
          "print(spec.name, spec.loader.get_source('tea')[:10], 'tea' in sys.modules)",
          "module = u.module_from_spec(spec)",
          "print(sorted(vars(module)), 'tea' in sys.modules)",
          "code = spec.loader.get_code('tea')",
          "print(code.co_names, code.co_filename == spec.origin)",
          "import tea",
          "print(sys.modules['tea'] is tea, tea is module, tea.value, tea.__spec__._initializing)",
          "import tea as again; print(again is tea)",
        ),
      ],
    },
    {
      name: "an error on the last line lets nothing run, and writes nothing",
      steps: [write("tea.py", "print('never')\nif True print()\n"), run("tea.py"), run("-c", "import tea")],
    },
    {
      name: "a copy of the cache for another Python is refused, and written again",
      steps: [
        write("tea.py", MODULE),
        run("-c", "import tea"),
        python(
          `data = bytearray(open('${CACHE}', 'rb').read())`,
          "data[:2] = (3495).to_bytes(2, 'little')",
          `open('${CACHE}', 'wb').write(data)`,
        ),
        run("-c", "import tea"),
        run(CACHE),
      ],
    },
  ],
};
