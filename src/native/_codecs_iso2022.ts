/** _codecs_iso2022: the encodings of ISO 2022 (CPython Modules/cjkcodecs/_codecs_iso2022.c). */

import { codecModule } from "./_multibytecodec/getcodec.ts";
import { ISO2022_ENCODINGS } from "./_multibytecodec/iso2022.ts";

export default codecModule("_codecs_iso2022", [...ISO2022_ENCODINGS]);
