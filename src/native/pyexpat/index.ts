/** pyexpat: parsing XML as expat 2.6.3 does (CPython Modules/pyexpat.c). */
import { NONE } from "../../objects/kernel/core-types.ts";
import { PyDict } from "../../objects/kernel/dict.ts";
import { defineModule } from "../../objects/kernel/module.ts";
import { toIndex } from "../../objects/kernel/number.ts";
import type { Value } from "../../objects/kernel/object.ts";
import { PyList, PyModule, tuple } from "../../objects/kernel/payload.ts";
import { ERRORS, errorMessage } from "./errors.ts";
import { CONTENT } from "./grammar.ts";
import { createParser, EXPAT_ERROR, PARSER } from "./parser-type.ts";

/** As `XML_GetFeatureList` tells them: what the library was built with. */
const FEATURES: readonly (readonly [string, number])[] = [
  ["sizeof(XML_Char)", 1],
  ["sizeof(XML_LChar)", 1],
  ["XML_DTD", 0],
  ["XML_CONTEXT_BYTES", 1024],
  ["XML_NS", 0],
  ["XML_BLAP_MAX_AMP", 100],
  ["XML_BLAP_ACT_THRES", 8388608],
  ["XML_GE", 0],
];

function submodule(name: string, doc: string): PyModule {
  const dict = new PyDict();
  dict.set("__name__", `pyexpat.${name}`);
  dict.set("__doc__", doc);
  for (const key of ["__package__", "__loader__", "__spec__"]) dict.set(key, NONE);
  return new PyModule(dict);
}

function errorsModule(): PyModule {
  const module = submodule("errors", "Constants used to describe error conditions.");
  const codes = new PyDict();
  const messages = new PyDict();
  ERRORS.forEach(([name, message], index) => {
    module.dict.set(`XML_ERROR_${name}`, message);
    codes.set(message, index + 1);
    messages.set(index + 1, message);
  });
  module.dict.set("codes", codes);
  module.dict.set("messages", messages);
  return module;
}

function modelModule(): PyModule {
  const module = submodule("model", "Constants used to interpret content model information.");
  for (const [name, value] of Object.entries(CONTENT)) module.dict.set(`XML_CTYPE_${name}`, value);
  ["NONE", "OPT", "REP", "PLUS"].forEach((name, value) => {
    module.dict.set(`XML_CQUANT_${name}`, value);
  });
  return module;
}

export default defineModule("pyexpat", {
  doc: "Python wrapper for Expat parser.",
  constants: {
    EXPAT_VERSION: "expat_2.6.3",
    version_info: tuple([2, 6, 3]),
    native_encoding: "UTF-8",
    XML_PARAM_ENTITY_PARSING_NEVER: 0,
    XML_PARAM_ENTITY_PARSING_UNLESS_STANDALONE: 1,
    XML_PARAM_ENTITY_PARSING_ALWAYS: 2,
  },
  functions: {
    ParserCreate: [
      "($module, /, encoding=None, namespace_separator=None,\n             intern=<unrepresentable>)",
      "Return a new XML parser object.",
      createParser,
    ],
    ErrorString: [
      "($module, code, /)",
      "Returns string error for given number.",
      (code: Value) => errorMessage(Number(toIndex(code))) ?? NONE,
    ],
  },
  types: { XMLParserType: PARSER, ExpatError: EXPAT_ERROR, error: EXPAT_ERROR },
  setup: (module) => {
    module.dict.set("features", new PyList(FEATURES.map((feature) => tuple([...feature]))));
    module.dict.set("errors", errorsModule());
    module.dict.set("model", modelModule());
  },
});
