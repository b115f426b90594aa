/**
 * dist/frozen.bin: the modules that must exist before any file can be imported, as marshalled code.
 *
 * The set, the names and the aliases are those of CPython 3.12's Tools/build/freeze_modules.py. Layout: a 32-bit
 * little-endian length, that many bytes of JSON (an array of FrozenEntry), then the code; offsets count from the end of
 * the JSON. An alias shares the bytes of the module it stands for.
 */
import fs from "node:fs";
import path from "node:path";
import { listFiles, STDLIB } from "./paths.ts";

export interface FrozenEntry {
  name: string;
  is_package: boolean;
  offset: number;
  size: number;
  /** The stdlib's name for the source when it differs; null for a module that has no source to show. */
  origname: string | null;
}

/** Frozen name to the stdlib module whose source it is. */
const ALIASES: [string, string][] = [
  ["_frozen_importlib", "importlib._bootstrap"],
  ["_frozen_importlib_external", "importlib._bootstrap_external"],
  ["os.path", "posixpath"],
  ["__hello_alias__", "__hello__"],
  ["__phello_alias__", "__hello__"],
  ["__phello_alias__.spam", "__hello__"],
];

const MODULES = [
  "importlib._bootstrap",
  "importlib._bootstrap_external",
  "zipimport",
  "abc",
  "codecs",
  "io",
  "_collections_abc",
  "_sitebuiltins",
  "genericpath",
  "ntpath",
  "posixpath",
  "os",
  "site",
  "stat",
  "importlib.util",
  "importlib.machinery",
  "runpy",
  "__hello__",
];

interface Source {
  readonly name: string;
  readonly isPackage: boolean;
  readonly file: string;
}

function sources(): Source[] {
  const plain = MODULES.map((name) => ({ name, isPackage: false, file: `${name.replaceAll(".", "/")}.py` }));
  const folder = path.join(STDLIB, "__phello__");
  const phello = listFiles(folder)
    .filter((file) => file.endsWith(".py") && !file.includes("__pycache__"))
    .map((file) => {
      const isPackage = path.basename(file) === "__init__.py";
      const dotted = `__phello__/${file}`.replace(/(\/__init__)?\.py$/, "").replaceAll("/", ".");
      return { name: dotted, isPackage, file: `__phello__/${file}` };
    });
  return [...plain, ...phello];
}

export function writeFrozen(target: string, compile: (source: Uint8Array, filename: string) => Uint8Array): number {
  const entries: FrozenEntry[] = [];
  const codes: Uint8Array[] = [];
  let offset = 0;
  for (const { name, isPackage, file } of sources()) {
    const code = compile(fs.readFileSync(path.join(STDLIB, file)), `<frozen ${name}>`);
    entries.push({ name, is_package: isPackage, offset, size: code.length, origname: null });
    codes.push(code);
    offset += code.length;
  }
  for (const [alias, name] of ALIASES) {
    const original = entries.find((entry) => entry.name === name);
    if (original === undefined) throw new Error(`frozen alias ${alias}: no module ${name}`);
    entries.push({ ...original, name: alias, is_package: alias === "__phello_alias__", origname: name });
  }
  const index = Buffer.from(JSON.stringify(entries));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(index.length);
  fs.writeFileSync(target, Buffer.concat([length, index, ...codes]));
  return entries.length;
}
