/** _json: the fast half of json (CPython Modules/_json.c). */
import { defineModule } from "../../objects/kernel/module.ts";
import type { Value } from "../../objects/kernel/object.ts";
import { ENCODER, quoteValue, quotingFunctions } from "./encoder.ts";
import { SCANNER, scanString } from "./scanner.ts";

export default defineModule("_json", {
  doc: "json speedups\n",
  functions: {
    encode_basestring_ascii: [
      "~($module, string, /)",
      "encode_basestring_ascii(string) -> string\n\nReturn an ASCII-only JSON representation of a Python string",
      (string: Value) => quoteValue(string, true),
    ],
    encode_basestring: [
      "~($module, string, /)",
      "encode_basestring(string) -> string\n\nReturn a JSON representation of a Python string",
      (string: Value) => quoteValue(string, false),
    ],
    scanstring: [
      "~~($module, string, end, strict=True, /)",
      "scanstring(string, end, strict=True) -> (string, end)\n\nScan the string s for a JSON string. End is the index of the\ncharacter in s after the quote that started the JSON string.\nUnescapes all valid JSON string escape sequences and raises ValueError\non attempt to decode an invalid string. If strict is False then literal\ncontrol characters are allowed in the string.\n\nReturns a tuple of the decoded string and the index of the character in s\nafter the end quote.",
      scanString,
    ],
  },
  types: { make_scanner: SCANNER, make_encoder: ENCODER },
  setup: ({ dict }) => {
    for (const [name, asciiOnly] of [
      ["encode_basestring_ascii", true],
      ["encode_basestring", false],
    ] as const) {
      const quoting = dict.get(name);
      if (typeof quoting === "object") quotingFunctions.set(quoting, asciiOnly);
    }
  },
});
