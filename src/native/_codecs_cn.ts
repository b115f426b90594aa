/** _codecs_cn: Chinese encodings of the mainland (CPython Modules/cjkcodecs/_codecs_cn.c). */
import { GB18030, HZ, tableEncoding } from "./_multibytecodec/encodings.ts";
import { codecModule } from "./_multibytecodec/getcodec.ts";

export default codecModule("_codecs_cn", [tableEncoding("gb2312"), tableEncoding("gbk"), GB18030, HZ]);
