/**
 * The command line and the PYTHON* variables, as CPython reads them (Python/initconfig.c, getopt.c).
 *
 * Options may be clustered (`-Bc cmd`); the first of -c, -m, a file or "-" ends them, and the rest is the
 * program's.
 */
import type { Config, RunTarget } from "../../vm/config.ts";
import type { PathFile } from "./path-file.ts";

/** Not a run: print something and leave. */
export interface Answer {
  readonly stdout?: string;
  readonly stderr?: string;
  readonly code: number;
}

export type Request =
  | { readonly kind: "help" | "helpEnvironment" | "helpXOptions" | "helpAll" }
  | { readonly kind: "version"; readonly times: number };

/** The options as given; `undefined` for the run target means "nothing but options". */
export interface Options {
  readonly counts: ReadonlyMap<string, number>;
  readonly warnOptions: readonly string[];
  readonly xOptions: ReadonlyMap<string, string | true>;
  readonly checkHashBasedPycs: string | undefined;
  readonly run: RunTarget | undefined;
  readonly args: readonly string[];
  readonly request: Request | undefined;
}

export class UsageError {
  constructor(readonly message: string) {}
}

const FLAGS = "bBdEhiIOPqRsSuvVx?";
const LONG_WITH_VALUE = "--check-hash-based-pycs";
const LONG_REQUESTS: Readonly<Record<string, Request["kind"]>> = {
  "--help": "help",
  "--help-env": "helpEnvironment",
  "--help-xoptions": "helpXOptions",
  "--help-all": "helpAll",
};

/** Parse what follows the interpreter's own name. Throws UsageError. */
export function parseOptions(argv: readonly string[]): Options {
  const counts = new Map<string, number>();
  const warnOptions: string[] = [];
  const xOptions = new Map<string, string | true>();
  let checkHashBasedPycs: string | undefined;
  let request: Request | undefined;
  let versions = 0;
  const finish = (run: RunTarget | undefined, rest: number): Options => ({
    counts,
    warnOptions,
    xOptions,
    checkHashBasedPycs,
    run,
    args: argv.slice(rest),
    request: versions > 0 ? { kind: "version", times: versions } : request,
  });
  for (let i = 0; i < argv.length; i++) {
    const word = argv[i];
    if (word === "-") return finish({ kind: "stdin" }, i + 1);
    if (!word.startsWith("-")) return finish({ kind: "file", path: word }, i + 1);
    if (word === "--") {
      return i + 1 < argv.length ? finish({ kind: "file", path: argv[i + 1] }, i + 2) : finish(undefined, i + 1);
    }
    if (word.startsWith("--")) {
      if (word === "--version") versions++;
      else if (word === LONG_WITH_VALUE) {
        if (i + 1 >= argv.length) throw new UsageError(`Argument expected for the ${LONG_WITH_VALUE} options`);
        checkHashBasedPycs = argv[++i];
        if (!["always", "default", "never"].includes(checkHashBasedPycs)) {
          throw new UsageError("--check-hash-based-pycs must be one of 'default', 'always', or 'never'");
        }
      } else if (LONG_REQUESTS[word] !== undefined) request = { kind: LONG_REQUESTS[word] } as Request;
      else throw new UsageError(`unknown option ${word}`);
      continue;
    }
    for (let at = 1; at < word.length; at++) {
      const letter = word[at];
      if ("cmWX".includes(letter)) {
        let value = word.slice(at + 1);
        if (value === "") {
          if (i + 1 >= argv.length) throw new UsageError(`Argument expected for the -${letter} option`);
          value = argv[++i];
        }
        if (letter === "c") return finish({ kind: "command", source: `${value}\n` }, i + 1);
        if (letter === "m") return finish({ kind: "module", name: value }, i + 1);
        if (letter === "W") warnOptions.push(value);
        else addXOption(xOptions, value);
        break;
      }
      if (!FLAGS.includes(letter)) throw new UsageError(`Unknown option: -${letter}`);
      if (letter === "V") versions++;
      else if (letter === "h" || letter === "?") request = { kind: "help" };
      else counts.set(letter, (counts.get(letter) ?? 0) + 1);
    }
  }
  return finish(undefined, argv.length);
}

function addXOption(options: Map<string, string | true>, text: string): void {
  const equals = text.indexOf("=");
  if (equals < 0) options.set(text, true);
  else options.set(text.slice(0, equals), text.slice(equals + 1));
}

export interface Surroundings {
  readonly environment: (name: string) => string | undefined;
  readonly executable: string;
  readonly baseExecutable: string;
  readonly prefix: string;
  readonly pathFile: PathFile | undefined;
  readonly originalArgs: readonly string[];
}

/** A fatal error in the configuration: "Fatal Python error: ...". */
export class ConfigError {
  constructor(
    /** The C function that complains, if it says so. */
    readonly where: string | undefined,
    readonly message: string,
    readonly state: "preinitializing" | "preinitialized" = "preinitialized",
  ) {}

  get text(): string {
    const where = this.where === undefined ? "" : `${this.where}: `;
    return `Fatal Python error: ${where}${this.message}\nPython runtime state: ${this.state}\n\n`;
  }
}

/** Options and environment together. Throws ConfigError. */
export function makeConfig(options: Options, world: Surroundings): Config {
  const { counts, xOptions } = options;
  const { pathFile } = world;
  const isolated = counts.has("I");
  const ignoreEnvironment = isolated || counts.has("E");
  const variable = (name: string): string | undefined => {
    const value = ignoreEnvironment ? undefined : world.environment(name);
    return value === "" ? undefined : value;
  };
  /** A counted flag: the option's count, or a variable holding a number of at least 0 (anything else counts 1). */
  const level = (letter: string, name: string): number => {
    const given = counts.get(letter) ?? 0;
    const value = variable(name);
    const fromVariable = value === undefined ? 0 : /^\d+$/.test(value) ? Number(value) : 1;
    return Math.max(given, fromVariable);
  };
  const run = options.run ?? { kind: "stdin" };
  const inspect = level("i", "PYTHONINSPECT") > 0;
  const devMode = xOptions.has("dev") || variable("PYTHONDEVMODE") !== undefined;
  return {
    run,
    args: options.args,
    originalArgs: world.originalArgs,
    executable: world.executable,
    baseExecutable: world.baseExecutable,
    prefix: pathFile?.folder ?? variable("PYTHONHOME")?.split(":")[0] ?? world.prefix,
    bytesWarning: counts.get("b") ?? 0,
    dontWriteBytecode: level("B", "PYTHONDONTWRITEBYTECODE") > 0,
    debug: level("d", "PYTHONDEBUG"),
    ignoreEnvironment: ignoreEnvironment || pathFile !== undefined,
    inspect,
    interactive: counts.has("i"),
    isolated: isolated || pathFile !== undefined,
    optimize: level("O", "PYTHONOPTIMIZE"),
    safePath: isolated || counts.has("P") || variable("PYTHONSAFEPATH") !== undefined || pathFile !== undefined,
    quiet: counts.has("q"),
    noUserSite: isolated || level("s", "PYTHONNOUSERSITE") > 0,
    noSite: pathFile === undefined ? counts.has("S") : !pathFile.importsSite,
    unbuffered: level("u", "PYTHONUNBUFFERED") > 0,
    verbose: level("v", "PYTHONVERBOSE"),
    skipFirstLine: counts.has("x"),
    warnOptions: warnOptions(options, variable("PYTHONWARNINGS"), devMode),
    xOptions,
    hashSeed: hashSeed(variable("PYTHONHASHSEED")),
    checkHashBasedPycs: (options.checkHashBasedPycs ?? "default") as Config["checkHashBasedPycs"],
    // Without a value, or with an empty one, the option means "none", whatever the variable says.
    pycachePrefix: xOptions.has("pycache_prefix")
      ? textOption(xOptions, "pycache_prefix")
      : variable("PYTHONPYCACHEPREFIX"),
    pythonPath: variable("PYTHONPATH")?.split(":") ?? [],
    searchPath: pathFile?.searchPath,
    intMaxStrDigits: intMaxStrDigits(xOptions, variable("PYTHONINTMAXSTRDIGITS")),
    devMode,
    utf8Mode: utf8Mode(xOptions, variable("PYTHONUTF8")),
    warnDefaultEncoding: xOptions.has("warn_default_encoding") || variable("PYTHONWARNDEFAULTENCODING") !== undefined,
    debugRanges: !(xOptions.has("no_debug_ranges") || variable("PYTHONNODEBUGRANGES") !== undefined),
    useFrozenModules: frozenModules(xOptions),
    importTime: xOptions.has("importtime") || variable("PYTHONPROFILEIMPORTTIME") !== undefined,
    faulthandler: devMode || xOptions.has("faulthandler") || variable("PYTHONFAULTHANDLER") !== undefined,
    tracemalloc: tracemalloc(xOptions, variable("PYTHONTRACEMALLOC")),
    ioEncoding: variable("PYTHONIOENCODING"),
  };
}

function textOption(options: ReadonlyMap<string, string | true>, name: string): string | undefined {
  const value = options.get(name);
  return typeof value === "string" && value !== "" ? value : undefined;
}

function warnOptions(options: Options, variable: string | undefined, devMode: boolean): string[] {
  const result = [...(variable?.split(",") ?? []), ...options.warnOptions];
  if (devMode) result.unshift("default");
  const bytes = options.counts.get("b") ?? 0;
  if (bytes > 0) result.push(bytes > 1 ? "error::BytesWarning" : "default::BytesWarning");
  return result;
}

function hashSeed(value: string | undefined): number | undefined {
  if (value === undefined || value === "random") return undefined;
  const seed = /^\d+$/.test(value) ? Number(value) : Number.NaN;
  if (seed <= 4294967295) return seed;
  throw new ConfigError(
    "config_init_hash_seed",
    'PYTHONHASHSEED must be "random" or an integer in range [0; 4294967295]',
  );
}

function intMaxStrDigits(options: ReadonlyMap<string, string | true>, variable: string | undefined): number {
  const check = (value: string | true, message: string): number => {
    const number = typeof value === "string" && /^\d+$/.test(value) ? Number(value) : Number.NaN;
    if (number === 0 || (number >= 640 && number <= 2147483647)) return number;
    throw new ConfigError("config_init_int_max_str_digits", message);
  };
  const option = options.get("int_max_str_digits");
  if (option !== undefined) {
    return check(option, "-X int_max_str_digits: invalid limit; must be >= 640 or 0 for unlimited.");
  }
  if (variable === undefined) return 4300;
  return check(variable, "PYTHONINTMAXSTRDIGITS: invalid limit; must be >= 640 or 0 for unlimited.");
}

function tracemalloc(options: ReadonlyMap<string, string | true>, variable: string | undefined): number {
  const check = (value: string, where: string): number => {
    const frames = /^\s*[+-]?\d+$/.test(value) ? Number(value) : Number.NaN;
    if (frames >= 0 && frames <= 0x7fffffff) return frames;
    throw new ConfigError("config_init_tracemalloc", `${where}: invalid number of frames`);
  };
  const option = options.get("tracemalloc");
  if (option !== undefined) return option === true ? 1 : check(option, "-X tracemalloc=NFRAME");
  return variable === undefined ? 0 : check(variable, "PYTHONTRACEMALLOC");
}

function utf8Mode(options: ReadonlyMap<string, string | true>, variable: string | undefined): boolean {
  const option = options.get("utf8");
  if (option !== undefined) {
    if (option === true || option === "1") return true;
    if (option === "0") return false;
    throw new ConfigError("preconfig_init_utf8_mode", "invalid -X utf8 option value", "preinitializing");
  }
  if (variable === undefined || variable === "0") return false;
  if (variable === "1") return true;
  throw new ConfigError("preconfig_init_utf8_mode", "invalid PYTHONUTF8 environment variable value", "preinitializing");
}

function frozenModules(options: ReadonlyMap<string, string | true>): boolean {
  const option = options.get("frozen_modules");
  if (option === undefined || option === true || option === "on") return true;
  if (option === "off") return false;
  throw new ConfigError(undefined, 'bad value for option -X frozen_modules (expected "on" or "off")');
}
