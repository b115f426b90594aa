/**
 * _testinternalcapi (CPython Modules/_testinternalcapi.c): what CPython's own tests ask of an interpreter's inside, as
 * far as it exists here.
 */
import { getAttr } from "../objects/kernel/attribute.ts";
import { call } from "../objects/kernel/call.ts";
import type { MethodRow } from "../objects/kernel/define.ts";
import { PyDict } from "../objects/kernel/dict.ts";
import { EXCEPTIONS } from "../objects/kernel/exception-types.ts";
import { defineModule } from "../objects/kernel/module.ts";
import type { PyType, Value } from "../objects/kernel/object.ts";
import { textOf } from "../objects/kernel/payload.ts";
import { strText } from "../objects/kernel/protocol.ts";
import { PyError, raise, valueError } from "../objects/kernel/raise.ts";
import { config } from "../vm/config.ts";
import { current } from "../vm/thread.ts";

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

const HANDLERS = ["strict", "surrogateescape", "surrogatepass"];

/** _Py_EncodeLocaleEx, _Py_DecodeLocaleEx in a locale of UTF-8. */
function recode(method: "encode" | "decode", error: PyType, noun: string) {
  return (data: Value, _currentLocale: Value, errors: Value): Value => {
    if (!HANDLERS.includes(textOf(errors) as string)) throw valueError("unsupported error handler");
    try {
      return call(getAttr(data, method), "utf-8", errors);
    } catch (problem) {
      if (!(problem instanceof PyError) || !problem.is(error)) throw problem;
      const position = strText(getAttr(problem.exception, "start"));
      throw raise("RuntimeError", `${method} error: pos=${position}, reason=${noun} error`);
    }
  };
}

const functions: Record<string, MethodRow> = {
  DecodeLocaleEx: [
    "~($module, data, current_locale=0, errors='strict', /)",
    undefined,
    recode("decode", EXCEPTIONS.UnicodeDecodeError, "decoding"),
  ],
  EncodeLocaleEx: [
    "~($module, text, current_locale=0, errors='strict', /)",
    undefined,
    recode("encode", EXCEPTIONS.UnicodeEncodeError, "encoding"),
  ],
  get_recursion_depth: ["~($module, /)", undefined, () => current.thread.frame?.depth ?? 0],
  get_config: ["~($module, /)", undefined, getConfig],
};

export default defineModule("_testinternalcapi", {
  functions,
  // Of a 64-bit CPython: what sys.getsizeof adds for an object that the collector knows.
  constants: { SIZEOF_PYGC_HEAD: 16 },
});
