/** When a cache file is written, used and written again: time, size, hash (PEP 3147, 552). */
import {
  bytes,
  copy,
  cut,
  type Family,
  LONG_AGO,
  patch,
  remove,
  run,
  runWith,
  type Step,
  touch,
  WRITTEN,
  write,
} from "./scenario.ts";

const MODULE = "print('tea', __cached__.rpartition('/')[2])\nvalue = 41\n";
const OTHER = MODULE.replace("41", "42");
const CACHE = "__pycache__/tea.cpython-312.pyc";
const IMPORT = ["-c", "import tea; print(tea.value)"];
const start = [write("tea.py", MODULE), run(...IMPORT), touch(CACHE)];
const compile = (mode: string) =>
  run("-c", `import py_compile as p; p.compile('tea.py', invalidation_mode=p.PycInvalidationMode.${mode})`);

/** Times of the source at the edges of four bytes. */
const EDGES: readonly [string, number][] = [
  ["1970", 0],
  ["of half a second", WRITTEN + 0.5],
  ["2038, the last second of 31 bits", 2 ** 31 - 1],
  ["2038, the first second beyond 31 bits", 2 ** 31],
  ["2106, the last second of 32 bits", 2 ** 32 - 1],
  ["2106, the first second beyond 32 bits", 2 ** 32],
  ["2200", 7_258_118_400],
];

export const STALENESS: Family = {
  family: "staleness",
  scenarios: [
    { name: "written once, used the second time", steps: [...start, run(...IMPORT)] },
    { name: "the source is newer", steps: [...start, write("tea.py", OTHER, WRITTEN + 1), run(...IMPORT)] },
    { name: "the source is older", steps: [...start, write("tea.py", OTHER, WRITTEN - 1000), run(...IMPORT)] },
    {
      name: "the source is newer by less than a second",
      steps: [...start, touch("tea.py", WRITTEN + 0.75), run(...IMPORT)],
    },
    { name: "only the time is another", steps: [...start, touch("tea.py", LONG_AGO), run(...IMPORT)] },
    { name: "same time, another size", steps: [...start, write("tea.py", `${OTHER}#\n`), run(...IMPORT)] },
    { name: "same time and size, other text: the trap", steps: [...start, write("tea.py", OTHER), run(...IMPORT)] },
    {
      name: "the source is 2**32 seconds newer: the time is kept in four bytes",
      steps: [...start, write("tea.py", OTHER, WRITTEN + 2 ** 32), run(...IMPORT)],
    },
    { name: "the folder is deleted and comes back", steps: [...start, remove("__pycache__"), run(...IMPORT)] },
    ...EDGES.map(([name, time]) => ({
      name: `a source of ${name}`,
      steps: [write("tea.py", MODULE, time), run(...IMPORT), touch(CACHE), run(...IMPORT)],
    })),
    {
      name: "an empty module",
      steps: [write("tea.py", ""), run("-c", "import tea"), touch(CACHE), run("-c", "import tea")],
    },
    {
      name: "a source of before 1970",
      steps: [
        write("tea.py", MODULE),
        run("-c", "import os; os.utime('tea.py', (-1, -1)); import tea"),
        run(...IMPORT),
      ],
    },
    { name: "a syntax error writes nothing", steps: [write("tea.py", "x = = 1\n"), run(...IMPORT)] },
    { name: "an error when it runs writes all the same", steps: [write("tea.py", "1/0\n"), run(...IMPORT)] },
  ],
};

export const HASHES: Family = {
  family: "hash files",
  scenarios: [
    {
      name: "checked: the source is the same",
      steps: [write("tea.py", MODULE), compile("CHECKED_HASH"), touch(CACHE), run(...IMPORT)],
    },
    {
      name: "checked: only the time is another",
      steps: [write("tea.py", MODULE), compile("CHECKED_HASH"), touch(CACHE), touch("tea.py"), run(...IMPORT)],
    },
    {
      name: "checked: the source is another, and stays checked",
      steps: [write("tea.py", MODULE), compile("CHECKED_HASH"), touch(CACHE), write("tea.py", OTHER), run(...IMPORT)],
    },
    {
      name: "unchecked: the source is another",
      steps: [write("tea.py", MODULE), compile("UNCHECKED_HASH"), touch(CACHE), write("tea.py", OTHER), run(...IMPORT)],
    },
    {
      name: "unchecked, always checked: the source is the same",
      steps: [
        write("tea.py", MODULE),
        compile("UNCHECKED_HASH"),
        touch(CACHE),
        run("--check-hash-based-pycs", "always", ...IMPORT),
      ],
    },
    {
      name: "unchecked, always checked: the source is another",
      steps: [
        write("tea.py", MODULE),
        compile("UNCHECKED_HASH"),
        touch(CACHE),
        write("tea.py", OTHER),
        run("--check-hash-based-pycs", "always", ...IMPORT),
      ],
    },
    {
      name: "checked, never checked: the source is another",
      steps: [
        write("tea.py", MODULE),
        compile("CHECKED_HASH"),
        touch(CACHE),
        write("tea.py", OTHER),
        run("--check-hash-based-pycs", "never", ...IMPORT),
      ],
    },
    {
      name: "checked, default: the source is another",
      steps: [
        write("tea.py", MODULE),
        compile("CHECKED_HASH"),
        touch(CACHE),
        write("tea.py", OTHER),
        run("--check-hash-based-pycs", "default", ...IMPORT),
      ],
    },
    {
      name: "checked, the source is gone",
      steps: [write("tea.py", MODULE), compile("CHECKED_HASH"), remove("tea.py"), run(...IMPORT)],
    },
    {
      name: "checked, stale, with -B: not written again",
      steps: [
        write("tea.py", MODULE),
        compile("CHECKED_HASH"),
        touch(CACHE),
        write("tea.py", OTHER),
        run("-B", ...IMPORT),
      ],
    },
    {
      name: "py_compile with SOURCE_DATE_EPOCH makes checked ones",
      steps: [write("tea.py", MODULE), runWith({ SOURCE_DATE_EPOCH: "1" }, "-m", "py_compile", "tea.py")],
    },
    {
      name: "compileall with SOURCE_DATE_EPOCH makes checked ones",
      steps: [write("tea.py", MODULE), runWith({ SOURCE_DATE_EPOCH: "1" }, "-m", "compileall", "-q", ".")],
    },
    {
      name: "an import does not care for SOURCE_DATE_EPOCH",
      steps: [write("tea.py", MODULE), runWith({ SOURCE_DATE_EPOCH: "1" }, ...IMPORT)],
    },
    {
      name: "the wrong word",
      steps: [write("tea.py", MODULE), run("--check-hash-based-pycs", "sometimes", ...IMPORT)],
    },
  ],
};

const broken = (name: string, damage: Step) => ({
  name,
  steps: [...start, damage, touch(CACHE), run(...IMPORT)],
});

export const BROKEN: Family = {
  family: "a cache file that is no good",
  scenarios: [
    broken("empty", cut(CACHE, 0)),
    broken("two bytes", cut(CACHE, 2)),
    broken("half a header", cut(CACHE, 10)),
    broken("a header alone", cut(CACHE, 16)),
    broken("cut in the code", cut(CACHE, 40)),
    broken("text", bytes(CACHE, "68656c6c6f20776f726c642c20746869732069732074657874")),
    broken("the magic number of 3.11", patch(CACHE, 0, "a70d")),
    broken("the magic number of 3.13", patch(CACHE, 0, "f30d")),
    broken("no line end behind the magic number", patch(CACHE, 2, "0000")),
    broken("unknown flags", patch(CACHE, 4, "04000000")),
    broken("flags: checked but no hash", patch(CACHE, 4, "02000000")),
    broken("another time in the header", patch(CACHE, 8, "01000000")),
    broken("another size in the header", patch(CACHE, 12, "01000000")),
    broken("an unknown type code", patch(CACHE, 16, "3f")),
    broken("None in place of the code", patch(CACHE, 16, "4e")),
    broken("a NULL in place of the code", patch(CACHE, 16, "30")),
    { name: "a folder of that name", steps: [write("tea.py", MODULE), write(`${CACHE}/x`, ""), run(...IMPORT)] },
    {
      name: "a foreign tag",
      steps: [...start, copy(CACHE, "__pycache__/tea.cpython-311.pyc"), remove(CACHE), run(...IMPORT)],
    },
    {
      name: "a foreign tag and magic number, left alone",
      steps: [
        ...start,
        copy(CACHE, "__pycache__/tea.cpython-311.pyc"),
        patch("__pycache__/tea.cpython-311.pyc", 0, "a70d"),
        touch("__pycache__/tea.cpython-311.pyc"),
        run(...IMPORT),
      ],
    },
  ],
};
