/**
 * Links the scripts that tools/build/command-line.ts makes of the sources: dist/main.js, and its parts, each loaded when
 * something of it is first used.
 */

/** A script as one function. */
export type Wrapper = (...args: unknown[]) => void;

/** What main.js exports beside `main`. */
export interface MainScript {
  /** The files of main.js that parts use: what is linked of each. */
  readonly files: Readonly<Record<string, () => Readonly<Record<string, unknown>>>>;
  /** The part in which each other file is. */
  readonly parts: Readonly<Record<string, string>>;
}

declare const require: NodeJS.Require;

export class Linker<Main extends MainScript> {
  readonly #compile: (name: string, parameters: string) => Wrapper;
  readonly #exports = new Map<string, Readonly<Record<string, unknown>>>();
  #main: Main | undefined;

  /** `compile` finds a script by its name, "main" or "parts/...", and makes it a function of these parameters. */
  constructor(compile: (name: string, parameters: string) => Wrapper) {
    this.#compile = compile;
  }

  start(): Main {
    const main = { exports: {} };
    this.#compile("main", "exports,require,module,link")(main.exports, require, main, this.link);
    this.#main = main.exports as Main;
    return this.#main;
  }

  /** The export `name` of a source file. */
  readonly link = (file: string, name: string): unknown => {
    this.load(file);
    return this.#exports.get(file)?.[name];
  };

  readonly load = (file: string): void => {
    if (this.#exports.has(file)) return;
    const own = this.#main?.files[file];
    if (own !== undefined) this.#exports.set(file, own());
    else {
      const script = this.#compile(`parts/${this.#main?.parts[file]}`, "require,link,load,provide");
      script(require, this.link, this.load, this.provide);
    }
  };

  readonly provide = (file: string, exports: Readonly<Record<string, unknown>>): void => {
    this.#exports.set(file, exports);
  };
}
