/** Made by tools/gen-cjk.ts: the table of euc_kr. Do not edit. */
import type { PackedTable } from "../tables.ts";

export const TABLE: PackedTable = {
  missing:
    "i%uk'e#y!l!y!e#y!V#My!i!y!i!y!t!y!b#y!e#y!x!y!{!y!g!g,e#y!e#y!e#y!e#y!e#y!e#y!e#y!e#y!e#y!e#y!e#y!e#y!e#y!e#y!e#y!e#y!e#y!e#y!e#y!e#y!e#y!e#5ku&",
  added:
    "",
  other:
    "o~.cvb#",
  pairs:
    "",
  double:
    "",
  alone:
    "",
  ranges:
    "",
};
