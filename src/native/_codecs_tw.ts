/** _codecs_tw: encodings of Taiwan (CPython Modules/cjkcodecs/_codecs_tw.c). */
import { tableEncoding } from "./_multibytecodec/encodings.ts";
import { codecModule } from "./_multibytecodec/getcodec.ts";

export default codecModule("_codecs_tw", [tableEncoding("big5"), tableEncoding("cp950")]);
