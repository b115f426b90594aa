/** `sys.flags` and the other attributes that the configuration decides (CPython Python/sysmodule.c). */
import { NONE } from "../../objects/kernel/core-types.ts";
import { PyDict } from "../../objects/kernel/dict.ts";
import type { Value } from "../../objects/kernel/object.ts";
import { PyList, strFromJs } from "../../objects/kernel/payload.ts";
import { defineStructSequence } from "../../objects/types/structseq.ts";
import type { Config } from "../../vm/config.ts";

const FLAGS = defineStructSequence(
  "sys.flags",
  "sys.flags\n\nFlags provided through command line arguments or environment vars.",
  [
    ["debug", "-d"],
    ["inspect", "-i"],
    ["interactive", "-i"],
    ["optimize", "-O or -OO"],
    ["dont_write_bytecode", "-B"],
    ["no_user_site", "-s"],
    ["no_site", "-S"],
    ["ignore_environment", "-E"],
    ["verbose", "-v"],
    ["bytes_warning", "-b"],
    ["quiet", "-q"],
    ["hash_randomization", "-R"],
    ["isolated", "-I"],
    ["dev_mode", "-X dev"],
    ["utf8_mode", "-X utf8"],
    ["warn_default_encoding", "-X warn_default_encoding"],
    ["safe_path", "-P"],
    ["int_max_str_digits", "-X int_max_str_digits"],
  ],
  18,
  false,
);

function flags(config: Config): Value {
  return FLAGS.make([
    config.debug,
    config.inspect ? 1 : 0,
    config.interactive ? 1 : 0,
    config.optimize,
    config.dontWriteBytecode ? 1 : 0,
    config.noUserSite ? 1 : 0,
    config.noSite ? 1 : 0,
    config.ignoreEnvironment ? 1 : 0,
    config.verbose,
    config.bytesWarning,
    config.quiet ? 1 : 0,
    config.hashSeed === 0 ? 0 : 1,
    config.isolated ? 1 : 0,
    config.devMode,
    config.utf8Mode ? 1 : 0,
    config.warnDefaultEncoding ? 1 : 0,
    config.safePath,
    config.intMaxStrDigits,
  ]);
}

/** `sys.argv[0]` before the program is found. */
function programName(config: Config): string {
  switch (config.run.kind) {
    case "file":
      return config.run.path;
    case "command":
      return "-c";
    case "module":
      return "-m";
    case "stdin":
      return config.args.length > 0 || config.originalArgs.at(-1) === "-" ? "-" : "";
  }
}

const texts = (items: readonly string[]): PyList => new PyList(items.map(strFromJs));

export function configAttributes(config: Config): Record<string, Value> {
  const library = `${config.prefix}/lib/python3.12`;
  const xOptions = new PyDict();
  for (const [name, value] of config.xOptions) xOptions.set(strFromJs(name), value === true ? true : strFromJs(value));
  const prefix = strFromJs(config.prefix);
  const {
    searchPath = [...config.pythonPath, `${config.prefix}/lib/python312.zip`, library, `${library}/lib-dynload`],
  } = config;
  return {
    flags: flags(config),
    argv: texts([programName(config), ...config.args]),
    orig_argv: texts(config.originalArgs),
    warnoptions: texts(config.warnOptions),
    _xoptions: xOptions,
    executable: strFromJs(config.executable),
    _base_executable: strFromJs(config.baseExecutable),
    prefix,
    base_prefix: prefix,
    exec_prefix: prefix,
    base_exec_prefix: prefix,
    _stdlib_dir: strFromJs(library),
    _home: NONE,
    _framework: "",
    dont_write_bytecode: config.dontWriteBytecode,
    pycache_prefix: config.pycachePrefix === undefined ? NONE : strFromJs(config.pycachePrefix),
    path: texts(searchPath),
    meta_path: new PyList([]),
    path_hooks: new PyList([]),
    path_importer_cache: new PyDict(),
  };
}
