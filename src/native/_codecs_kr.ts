/** _codecs_kr: Korean encodings (CPython Modules/cjkcodecs/_codecs_kr.c). */
import { EUC_KR, tableEncoding } from "./_multibytecodec/encodings.ts";
import { codecModule } from "./_multibytecodec/getcodec.ts";

export default codecModule("_codecs_kr", [EUC_KR, tableEncoding("cp949"), tableEncoding("johab")]);
