/**
 * The list of src/native/_sre/library-patterns.ts: every pattern that a module of the library compiles when it is imported,
 * with what `re`, run by our interpreter, makes of it.
 *
 * A pattern whose compilation warns is left out: the warning belongs to whoever compiles it.
 */
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { DIST, STDLIB } from "./paths.ts";

/** Shows something, asks something, or is nothing that a program imports. */
const LEFT_OUT = ["antigravity", "this", "idlelib", "test", "turtledemo", "lib2to3", "pydoc_data", "__main__"];

const COLLECT = `
import os, re, re._compiler as compiler, sys, warnings

folder, target, left_out = sys.argv[1], sys.argv[2], set(sys.argv[3:])
plain_compile, make = compiler.compile, compiler._sre.compile
found = {}

def compile(pattern, flags=0):
    made = []
    compiler._sre.compile = lambda *args: made.append(args) or make(*args)
    try:
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            result = plain_compile(pattern, flags)
    finally:
        compiler._sre.compile = make
    if not caught and type(pattern) in (str, bytes) and type(flags) is int:
        found[pattern, flags] = made[0]
    return result

compiler.compile = compile
# What \`re\` itself compiles.
compile("")

def modules(folder, package=""):
    for name in sorted(os.listdir(folder)):
        stem, dot, suffix = name.partition(".")
        if stem in left_out or stem.startswith("_sysconfigdata"):
            continue
        if suffix == "py" and stem != "__init__":
            yield package + stem
        elif not dot and os.path.exists(os.path.join(folder, name, "__init__.py")):
            yield package + name
            yield from modules(os.path.join(folder, name), package + name + ".")

import io, json
output = sys.stdout, sys.stderr
for name in list(modules(folder)):
    sys.stdout = sys.stderr = io.StringIO()
    try:
        __import__(name)
    except BaseException:
        pass
    sys.stdout, sys.stderr = output
sources = []
for name in sorted(os.listdir(os.path.join(folder, "re"))):
    if name.endswith(".py"):
        stat = os.stat(os.path.join(folder, "re", name))
        sources.append([name, stat.st_size, int(stat.st_mtime)])

def line(pattern, flags, made):
    text = pattern if type(pattern) is str else pattern.decode("latin-1")
    _, flag_bits, code, groups, names, _ = made
    parts = [type(pattern).__name__, text, flags], [int(flag_bits), groups, list(names.items()), list(map(int, code))]
    return "\\t".join(json.dumps(part, ensure_ascii=False, separators=(",", ":")) for part in parts)

def is_text(line):
    return not any("\\ud800" <= c <= "\\udfff" for c in line)

lines = sorted(line(*key, made) for key, made in found.items())
with open(target, "w", encoding="utf-8") as file:
    print(json.dumps(sources), *filter(is_text, lines), sep="\\n", file=file)
`;

/** Writes the list; the number of patterns. */
export function writeLibraryPatterns(): number {
  const target = path.join(STDLIB, "re", "__pycache__", "library-patterns");
  fs.rmSync(target, { force: true });
  const args = [path.join(DIST, "cli.js"), "-I", "-X", "jit=off", "-c", COLLECT, STDLIB, target, ...LEFT_OUT];
  const { status } = spawnSync(process.execPath, args, { stdio: ["ignore", "inherit", "inherit"] });
  if (status !== 0) throw new Error("the patterns of the library could not be compiled");
  return fs.readFileSync(target, "utf8").trimEnd().split("\n").length - 1;
}
