/**
 * dist/frozen.bin: the modules that must exist before any file can be imported, as marshalled code.
 *
 * The set, the names and the aliases are those of CPython 3.12's Tools/build/freeze_modules.py. Layout: a 32-bit
 * little-endian length, that many bytes of JSON (an array of FrozenEntry), then the code; offsets count from the end of
 * the JSON. An alias shares the bytes of the module it stands for. Left out: `__hello_only__`, a test of the freezer.
 */
import fs from "node:fs";
import path from "node:path";
import { STDLIB } from "./paths.ts";

export interface FrozenEntry {
  readonly name: string;
  readonly is_package: boolean;
  readonly offset: number;
  readonly size: number;
  /** The module whose source it is; "<" before it marks the `__init__` of a package under its own name. */
  readonly origname: string;
}

/** In CPython's order. */
const PLAIN_MODULES = [
  "abc",
  "codecs",
  "io",
  "_collections_abc",
  "_sitebuiltins",
  "genericpath",
  "ntpath",
  "posixpath",
  "os.path",
  "os",
  "site",
  "stat",
  "importlib.util",
  "importlib.machinery",
  "runpy",
  "__hello__",
];
const PACKAGES = ["__phello_alias__", "__phello__", "__phello__.ham"];
const NAMES = [
  "_frozen_importlib",
  "_frozen_importlib_external",
  "zipimport",
  ...PLAIN_MODULES,
  "__hello_alias__",
  "__phello_alias__",
  "__phello_alias__.spam",
  "__phello__",
  "__phello__.__init__",
  "__phello__.ham",
  "__phello__.ham.__init__",
  "__phello__.ham.eggs",
  "__phello__.spam",
];

/** Where the name is not the source module's own. */
const ORIGINS: Readonly<Record<string, string>> = {
  _frozen_importlib: "importlib._bootstrap",
  _frozen_importlib_external: "importlib._bootstrap_external",
  "os.path": "posixpath",
  __hello_alias__: "__hello__",
  __phello_alias__: "__hello__",
  "__phello_alias__.spam": "__hello__",
  "__phello__.__init__": "<__phello__",
  "__phello__.ham.__init__": "<__phello__.ham",
};

function sourceFile(module: string): string {
  const base = path.join(STDLIB, ...module.split("."));
  return fs.existsSync(`${base}.py`) ? `${base}.py` : path.join(base, "__init__.py");
}

export function writeFrozen(target: string, compile: (source: Uint8Array, filename: string) => Uint8Array): number {
  const entries: FrozenEntry[] = [];
  const codes: Uint8Array[] = [];
  const places = new Map<string, { offset: number; size: number }>();
  let offset = 0;
  for (const name of NAMES) {
    const origname = ORIGINS[name] ?? name;
    const module = origname.replace("<", "");
    let place = places.get(module);
    if (place === undefined) {
      const code = compile(fs.readFileSync(sourceFile(module)), `<frozen ${module}>`);
      place = { offset, size: code.length };
      places.set(module, place);
      codes.push(code);
      offset += code.length;
    }
    entries.push({ name, is_package: PACKAGES.includes(name), ...place, origname });
  }
  const index = Buffer.from(JSON.stringify(entries));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(index.length);
  fs.writeFileSync(target, Buffer.concat([length, index, ...codes]));
  return entries.length;
}
