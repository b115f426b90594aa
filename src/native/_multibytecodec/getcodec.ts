/** `getcodec(name)` of the modules that hold East Asian encodings (CPython Modules/cjkcodecs/cjkcodecs.h). */
import { defineModule, type NativeModule } from "../../objects/kernel/module.ts";
import type { Value } from "../../objects/kernel/object.ts";
import { jsString, textOf } from "../../objects/kernel/payload.ts";
import { raise, typeError } from "../../objects/kernel/raise.ts";
import { PyMultibyteCodec } from "./codec-type.ts";
import type { Encoding } from "./encodings.ts";

/** A module of these encodings. */
export function codecModule(name: string, encodings: readonly Encoding[]): NativeModule {
  return defineModule(name, {
    functions: {
      getcodec: [
        "~($module, name, /)",
        undefined,
        (encodingName: Value) => {
          if (textOf(encodingName) === undefined) throw typeError("encoding name must be a string.");
          const encoding = encodings.find((each) => each.name === jsString(encodingName));
          if (encoding === undefined) throw raise("LookupError", "no such codec is supported.");
          return new PyMultibyteCodec(encoding);
        },
      ],
    },
  });
}
