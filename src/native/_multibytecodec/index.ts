/** _multibytecodec: the frame of the East Asian codecs (CPython Modules/cjkcodecs/multibytecodec.c). */
import { defineModule } from "../../objects/kernel/module.ts";
import { valueError } from "../../objects/kernel/raise.ts";
import { INCREMENTAL_DECODER, INCREMENTAL_ENCODER } from "./incremental.ts";
import { STREAM_READER, STREAM_WRITER } from "./streams.ts";

export default defineModule("_multibytecodec", {
  functions: {
    __create_codec: [
      "($module, arg, /)",
      undefined,
      () => {
        // Its argument is a capsule, which Python code never holds here.
        throw valueError("argument type invalid");
      },
    ],
  },
  types: {
    MultibyteIncrementalEncoder: INCREMENTAL_ENCODER,
    MultibyteIncrementalDecoder: INCREMENTAL_DECODER,
    MultibyteStreamReader: STREAM_READER,
    MultibyteStreamWriter: STREAM_WRITER,
  },
});
