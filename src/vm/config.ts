/**
 * Config: everything that is decided before an interpreter starts (CPython's PyConfig, PEP 587).
 *
 * `sys.flags`, `sys.path`, `sys.warnoptions` and the streams are made of it; nobody reads the command
 * line or the environment after that.
 */

import { bug } from "../util/assert.ts";

/** What is run. */
export type RunTarget =
  | { readonly kind: "file"; readonly path: string }
  | { readonly kind: "command"; readonly source: string }
  | { readonly kind: "module"; readonly name: string }
  | { readonly kind: "stdin" };

export interface Config {
  readonly run: RunTarget;
  /** `sys.argv` from index 1. */
  readonly args: readonly string[];
  /** `sys.orig_argv`. */
  readonly originalArgs: readonly string[];
  /** `sys.executable`. */
  readonly executable: string;
  /** `sys._base_executable`: outside of the virtual environment. */
  readonly baseExecutable: string;
  /** The folder that holds `lib/python3.12`: `sys.prefix`. */
  readonly prefix: string;
  /** -b, -bb */
  readonly bytesWarning: number;
  /** -B */
  readonly dontWriteBytecode: boolean;
  /** -d */
  readonly debug: number;
  /** -E */
  readonly ignoreEnvironment: boolean;
  /** -i */
  readonly inspect: boolean;
  /** Reading from a terminal, or -i. */
  readonly interactive: boolean;
  /** -I */
  readonly isolated: boolean;
  /** -O, -OO */
  readonly optimize: number;
  /** -P */
  readonly safePath: boolean;
  /** -q */
  readonly quiet: boolean;
  /** -s */
  readonly noUserSite: boolean;
  /** -S */
  readonly noSite: boolean;
  /** -u */
  readonly unbuffered: boolean;
  /** -v */
  readonly verbose: number;
  /** -x */
  readonly skipFirstLine: boolean;
  /** -W, PYTHONWARNINGS and -X dev, lowest priority first. */
  readonly warnOptions: readonly string[];
  /** -X name[=value]; true without a value. */
  readonly xOptions: ReadonlyMap<string, string | true>;
  /** undefined: random. */
  readonly hashSeed: number | undefined;
  readonly checkHashBasedPycs: "default" | "always" | "never";
  readonly pycachePrefix: string | undefined;
  /** Folders of PYTHONPATH. */
  readonly pythonPath: readonly string[];
  /** `sys.path`, if it is not made of `pythonPath` and the library's folders. */
  readonly searchPath: readonly string[] | undefined;
  readonly intMaxStrDigits: number;
  readonly devMode: boolean;
  readonly utf8Mode: boolean;
  readonly warnDefaultEncoding: boolean;
  /** false: -X no_debug_ranges */
  readonly debugRanges: boolean;
  readonly useFrozenModules: boolean;
  readonly importTime: boolean;
  readonly faulthandler: boolean;
  /** How many frames of each allocation are noted; 0: no allocation is. */
  readonly tracemalloc: number;
  /** `encoding[:errors]` of PYTHONIOENCODING. */
  readonly ioEncoding: string | undefined;
}

let current: Config | undefined;

/** The configuration of the interpreter that runs. */
export function config(): Config {
  return current ?? bug("no interpreter is running");
}

/** Use `next` from now on; gives back what was used before. */
export function useConfig(next: Config | undefined): Config | undefined {
  const previous = current;
  current = next;
  return previous;
}
