/** The Config of an interpreter that is started without a command line: CPython's isolated configuration (PEP 587). */
import type { Config, RunTarget } from "../vm/config.ts";

/** What CPython takes for -X int_max_str_digits if nothing is said. */
const INT_MAX_STR_DIGITS = 4300;

export interface ConfigChoices extends Partial<Config> {
  readonly run: RunTarget;
  readonly prefix: string;
}

/** No environment variables, no user's folders; everything else as `python3.12` without options has it. */
export function isolatedConfig(choices: ConfigChoices): Config {
  return {
    args: [],
    originalArgs: [],
    executable: "",
    baseExecutable: choices.executable ?? "",
    bytesWarning: 0,
    dontWriteBytecode: false,
    debug: 0,
    ignoreEnvironment: true,
    inspect: false,
    interactive: false,
    isolated: false,
    optimize: 0,
    safePath: false,
    quiet: false,
    noUserSite: true,
    noSite: false,
    unbuffered: false,
    verbose: 0,
    skipFirstLine: false,
    warnOptions: [],
    xOptions: new Map(),
    hashSeed: undefined,
    checkHashBasedPycs: "default",
    pycachePrefix: undefined,
    pythonPath: [],
    searchPath: undefined,
    intMaxStrDigits: INT_MAX_STR_DIGITS,
    devMode: false,
    utf8Mode: false,
    warnDefaultEncoding: false,
    debugRanges: true,
    useFrozenModules: true,
    importTime: false,
    faulthandler: false,
    tracemalloc: 0,
    ioEncoding: undefined,
    ...choices,
  };
}
