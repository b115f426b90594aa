/**
 * dist/frozen.bin: the modules that must exist before any file can be imported, as marshalled code.
 *
 * The set, the names and the aliases are those of CPython 3.12's Tools/build/freeze_modules.py; an alias shares the bytes
 * of the module it stands for. `origname` is the module whose source it is; "<" before it marks the `__init__` of a package
 * under its own name; `__hello_only__` has no source file.
 */
import fs from "node:fs";
import path from "node:path";
import { type FrozenContent, packFrozen } from "../../src/importing/frozen.ts";
import { STDLIB } from "./paths.ts";

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
  "__hello_only__",
];
/** What a frozen program that is not part of the library looks like to importlib. */
const HELLO_ONLY = 'initialized = True\nprint("Hello world!")\n';

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
  const codes = new Map<string, Uint8Array>();
  const contents: FrozenContent[] = NAMES.map((name) => {
    if (name === "__hello_only__") {
      const code = compile(Buffer.from(HELLO_ONLY), "<frozen frozen_only>");
      return { name, is_package: false, origname: null, code };
    }
    const origname = ORIGINS[name] ?? name;
    const module = origname.replace("<", "");
    const code = codes.get(module) ?? compile(fs.readFileSync(sourceFile(module)), `<frozen ${module}>`);
    codes.set(module, code);
    return { name, is_package: PACKAGES.includes(name), origname, code };
  });
  fs.writeFileSync(target, packFrozen(contents));
  return contents.length;
}
