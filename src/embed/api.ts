/**
 * The types of the library `chaipy`, as its users see them. This file imports nothing, so that the build can ship it as it
 * is (tools/build/browser.ts).
 */

/** How a program ended. */
export interface Result {
  /** 0 if all went well, 1 after an uncaught exception, else what `sys.exit` was given. */
  readonly status: number;
}

/**
 * An interpreter in a world of its own. `runScript` and `runModule` start afresh each time, as a process does; `exec` keeps
 * a session, as a shell does. An uncaught exception is printed to standard error.
 *
 * One interpreter runs at a time in a page, worker or process: to start one ends the session of every other.
 */
export interface Python {
  /** Run a file, a folder or a zip, as `python3.12 path args` does. */
  runScript(path: string, args?: readonly string[]): Result;
  /** Run a module, as `python3.12 -m name args` does. */
  runModule(name: string, args?: readonly string[]): Result;
  /** Run source text in the session's `__main__`; what it defines is there for the next call. */
  exec(source: string, filename?: string): Result;
  /** End the session: functions of `atexit` run, and what was not flushed comes out. */
  close(): Result;
  /** Write a file of the interpreter's world; what cannot be written throws. */
  writeFile(path: string, content: string | Uint8Array): void;
  readFile(path: string): Uint8Array;
  /** The names in a folder. */
  listFolder(path: string): string[];
}

export interface PythonOptions {
  /** Gets what the program writes; without it, it is dropped. */
  readonly stdout?: (text: string) => void;
  readonly stderr?: (text: string) => void;
  /** All of standard input, or a function that is asked for more of it; null is its end. */
  readonly stdin?: string | (() => string | null);
  readonly environment?: Readonly<Record<string, string>>;
  /** The working folder. */
  readonly cwd?: string;
  /** A number makes hashes of str the same in each run, as PYTHONHASHSEED does. */
  readonly hashSeed?: number;
  /** 1 and 2 are `-O` and `-OO`. */
  readonly optimize?: 0 | 1 | 2;
  /** Write no `.pyc` files: `-B`. */
  readonly dontWriteBytecode?: boolean;
}

export interface BrowserOptions extends PythonOptions {
  /** Absolute path to content: the files that are there at the start. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  /** The folder of `library.zip` and `sources.zip`, if they do not lie beside this script. */
  readonly from?: string | URL;
  /** `library.zip`, if it is already at hand. */
  readonly library?: Uint8Array;
  /** `sources.zip`, or where to get it when the source of a library module is wanted. */
  readonly sources?: Uint8Array | (() => Uint8Array | undefined);
}
