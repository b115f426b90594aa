/** _codecs_hk: the encoding of Hong Kong (CPython Modules/cjkcodecs/_codecs_hk.c). */
import { tableEncoding } from "./_multibytecodec/encodings.ts";
import { codecModule } from "./_multibytecodec/getcodec.ts";

export default codecModule("_codecs_hk", [tableEncoding("big5hkscs")]);
