/** Made by tools/gen-cjk.ts: the table of gb2312. Do not edit. */
import type { PackedTable } from "../tables.ts";

export const TABLE: PackedTable = {
  missing:
    "i%uu'e#-x-6g!z!='Hi!q!m7e#g#e#g#e#g#e#g#e#g#e#g#e#g#e#g#e#g#e#g#e#g#e#g#e#g#e#g#e#g#e#g#e#g#e#g#e#g#e#g#e#g#e#g#e#g#e#g#e#g#e#g#e#g#e#g#e#g#e#g#e#g#e#g#e#g#e#g#e#g#e#g#e#g#e#g#e#g#~!g#e#g#e#g#e#g#e#g#e#g#e#g#e#g#e#g#e#g#e#g#e#g#e#g#e#g#e#g#e#g#e#g#e#g#e#g#e#g#e#g#e#g#e#g#e#g#e#g#e#g#e#g#e#g#e#g#e#g#e#g#e#g#e#w4",
  added:
    "k|N}x<)lq*",
  other:
    "",
  pairs:
    "",
  double:
    "",
  alone:
    "",
  ranges:
    "",
};
