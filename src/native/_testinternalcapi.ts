/**
 * _testinternalcapi (CPython Modules/_testinternalcapi.c): what CPython's own tests ask of an interpreter's inside, as
 * far as it exists here.
 */
import type { MethodRow } from "../objects/kernel/define.ts";
import { PyDict } from "../objects/kernel/dict.ts";
import { defineModule } from "../objects/kernel/module.ts";
import type { Value } from "../objects/kernel/object.ts";
import { config } from "../vm/config.ts";

/** The part of PyConfig that has a counterpart, under its names. */
function getConfig(): Value {
  const { debugRanges, devMode, utf8Mode, importTime, useFrozenModules, warnDefaultEncoding } = config();
  const result = new PyDict();
  result.set("code_debug_ranges", debugRanges ? 1 : 0);
  result.set("dev_mode", devMode ? 1 : 0);
  result.set("utf8_mode", utf8Mode ? 1 : 0);
  result.set("import_time", importTime ? 1 : 0);
  result.set("use_frozen_modules", useFrozenModules ? 1 : 0);
  result.set("warn_default_encoding", warnDefaultEncoding ? 1 : 0);
  return result;
}

const functions: Record<string, MethodRow> = {
  get_config: ["~($module, /)", undefined, getConfig],
};

export default defineModule("_testinternalcapi", {
  functions,
  // Of a 64-bit CPython: what sys.getsizeof adds for an object that the collector knows.
  constants: { SIZEOF_PYGC_HEAD: 16 },
});
