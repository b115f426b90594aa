/**
 * Test programs and their expectations: `x.py` with `x.out`, and `x.err`, `x.code` where they are not empty or zero;
 * `x.in` is its standard input. A file below a folder that has an `__init__.py` or is called `support` is a module, not
 * a program.
 *
 * What differs between machines is written the same way everywhere: the repository's folder is dropped from paths, the
 * standard library's is `<stdlib>`, and source lines of library frames are dropped, because the reference runs its
 * library out of an archive and cannot show them.
 */
import fs from "node:fs";
import path from "node:path";
import { ROOT, STDLIB } from "../build/paths.ts";
import type { ProgramResult } from "./messages.ts";

export const PROGRAM_FOLDERS = ["tests/lang", "tests/types", "tests/native"];

/** Programs that need threads, children or sockets, which pyodide has not: a native CPython 3.12 writes what they print. */
export const SYSTEM_FOLDER = "tests/system";

export function findPrograms(folder: string): string[] {
  if (!fs.existsSync(folder)) return [];
  if (fs.statSync(folder).isFile()) return folder.endsWith(".py") ? [folder] : [];
  const entries = fs.readdirSync(folder, { withFileTypes: true });
  if (entries.some(({ name }) => name === "__init__.py") || path.basename(folder) === "support") return [];
  return entries
    .filter(({ name }) => name !== "__pycache__")
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap(({ name }) => findPrograms(path.join(folder, name)))
    .filter((file) => file.endsWith(".py"));
}

function beside(program: string, suffix: string): string {
  return program.replace(/\.py$/, suffix);
}

function readOr(file: string, otherwise: string): string {
  return fs.existsSync(file) ? fs.readFileSync(file, "utf8") : otherwise;
}

export function inputOf(program: string): string {
  return readOr(beside(program, ".in"), "");
}

/** null when there is no expectation yet. */
export function expectationOf(program: string): ProgramResult | null {
  if (!fs.existsSync(beside(program, ".out"))) return null;
  return {
    stdout: readOr(beside(program, ".out"), ""),
    stderr: readOr(beside(program, ".err"), ""),
    code: Number(readOr(beside(program, ".code"), "0")),
  };
}

/** Returns whether a file changed. */
export function writeExpectation(program: string, result: ProgramResult): boolean {
  const { stdout, stderr, code } = normalise(result);
  const files: [string, string | null][] = [
    [".out", stdout],
    [".err", stderr === "" ? null : stderr],
    [".code", code === 0 ? null : `${code}\n`],
  ];
  let changed = false;
  for (const [suffix, content] of files) {
    const file = beside(program, suffix);
    const old = fs.existsSync(file) ? fs.readFileSync(file, "utf8") : null;
    if (old === content) continue;
    changed = true;
    if (content === null) fs.rmSync(file);
    else fs.writeFileSync(file, content);
  }
  return changed;
}

const LIBRARY_PATHS = [`${STDLIB}/`, "/lib/python312.zip/", "/usr/lib/python3.12/", "/lib/python3.12/"];
const LIBRARY_FRAME = /^((?:[ |]*) {2}File "<stdlib>\/.*\n)(?:(?:[ |]*) {4}.*\n)+/gm;

export function normalise(result: ProgramResult): ProgramResult {
  return { stdout: normaliseText(result.stdout), stderr: normaliseText(result.stderr), code: result.code };
}

function normaliseText(text: string): string {
  let plain = text;
  for (const prefix of LIBRARY_PATHS) plain = plain.replaceAll(prefix, "<stdlib>/");
  return plain.replaceAll(`${ROOT}/`, "").replace(LIBRARY_FRAME, "$1");
}
