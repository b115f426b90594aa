/** _codecs_jp: Japanese encodings (CPython Modules/cjkcodecs/_codecs_jp.c). */
import { tableEncoding } from "./_multibytecodec/encodings.ts";
import { codecModule } from "./_multibytecodec/getcodec.ts";

export default codecModule("_codecs_jp", [
  tableEncoding("shift_jis"),
  tableEncoding("cp932"),
  tableEncoding("euc_jp"),
  tableEncoding("shift_jis_2004"),
  tableEncoding("euc_jis_2004"),
  tableEncoding("euc_jisx0213"),
  tableEncoding("shift_jisx0213"),
]);
