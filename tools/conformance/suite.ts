/** Where CPython's own test suite and a native CPython 3.12 are on this machine; neither is part of the project. */
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";

const isSuite = (folder: string): boolean => fs.existsSync(path.join(folder, "support", "__init__.py"));

/** The folder of the package `test`: $CHAIPY_TEST_SUITE, or what a package of the system installed. */
export function findSuite(): string {
  const named = process.env.CHAIPY_TEST_SUITE;
  const candidates = named !== undefined ? [named] : installedSuites();
  const found = candidates.find((folder) => isSuite(folder) && fs.existsSync(path.join(folder, "test_grammar.py")));
  if (found === undefined) {
    throw new Error(
      "CPython's test suite was not found. Install it (apt-get install libpython3.11-testsuite) or name its folder in CHAIPY_TEST_SUITE.",
    );
  }
  return found;
}

function installedSuites(): string[] {
  return ["/usr/lib", "/usr/local/lib"].flatMap((folder) =>
    ["python3.11", "python3.12"].map((python) => path.join(folder, python, "test")),
  );
}

/** A native CPython 3.12, to measure against: $CHAIPY_NATIVE_PYTHON, on the PATH, or among pyenv's. */
export function findNative(): string {
  const pyenv = path.join(process.env.PYENV_ROOT ?? path.join(os.homedir(), ".pyenv"), "versions");
  const versions = fs.existsSync(pyenv) ? fs.readdirSync(pyenv).filter((name) => name.startsWith("3.12")) : [];
  const candidates = [
    ...(process.env.CHAIPY_NATIVE_PYTHON === undefined ? [] : [process.env.CHAIPY_NATIVE_PYTHON]),
    ...versions.map((name) => path.join(pyenv, name, "bin", "python3.12")),
    "python3.12",
  ];
  for (const candidate of candidates) {
    const answer = spawnSync(candidate, ["-c", "import sys; print(sys.implementation.name, sys.version_info[:2])"], {
      encoding: "utf8",
    });
    if (answer.stdout?.trim() === "cpython (3, 12)") return candidate;
  }
  throw new Error("a native CPython 3.12 was not found: name it in CHAIPY_NATIVE_PYTHON");
}

/** What children of tests import of the suite. */
const LENT = ["__init__.py", "support", "test_cmd_line_script.py"];

/**
 * Children that a test starts with -I or -E do not look at PYTHONPATH: for them a part of the suite is put where CPython has
 * it, in the library. It is a copy, because such children write caches. Gives what takes it away again.
 */
export function lendSupport(suite: string, library: string, folder: string): () => void {
  const copy = path.join(folder, "isolated", "test");
  const place = path.join(library, "test");
  const isPlaced = fs.lstatSync(place, { throwIfNoEntry: false }) !== undefined;
  if (isPlaced && !(fs.lstatSync(place).isSymbolicLink() && fs.readlinkSync(place) === copy)) return () => undefined;
  for (const name of LENT) {
    fs.cpSync(path.join(suite, name), path.join(copy, name), { recursive: true, dereference: true });
  }
  fs.rmSync(place, { force: true });
  fs.symlinkSync(copy, place);
  return () => fs.rmSync(place, { force: true });
}

const isModule = (suite: string, name: string): boolean => {
  const file = path.join(suite, ...name.split("."));
  return fs.existsSync(`${file}.py`) || fs.existsSync(path.join(file, "__init__.py"));
};

/** The modules of the suite that a name of areas.txt stands for; none when this suite has no such module. */
export function expandName(suite: string, name: string): string[] {
  if (!name.endsWith(".*")) return isModule(suite, name) ? [name] : [];
  const parent = name.slice(0, -2);
  const folder = path.join(suite, ...parent.split("."));
  if (!fs.existsSync(folder)) return [];
  return fs
    .readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const child = `${parent}.${entry.name.replace(/\.py$/, "")}`;
      if (entry.isDirectory()) return expandName(suite, `${child}.*`);
      return /^test_.*\.py$/.test(entry.name) ? [child] : [];
    });
}
