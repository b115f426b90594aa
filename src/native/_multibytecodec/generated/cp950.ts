/** Made by tools/gen-cjk.ts: the table of cp950. Do not edit. */
import type { PackedTable } from "../tables.ts";

export const TABLE: PackedTable = {
  missing:
    "ij0",
  added:
    "fyNwg3,sje%{#tgw%Dsyw%2bqd%#+s!x)#gid%%m:%,#%u.l|e%pl9a|R#oz/#fr&#pi<#qh%#qb1#vc4#rn?#G#@#5#;#4#4#A#:#8#G#@#5#;#4#4#A#:#2#G#@#5#;#4#4#A#:#8###^#%#'###m!",
  other:
    "m&oha##%%(v{)~1?k)a2g!nAC[#aw-oI'c)x{Qn]",
  pairs:
    "",
  double:
    "",
  alone:
    "",
  ranges:
    "",
};
