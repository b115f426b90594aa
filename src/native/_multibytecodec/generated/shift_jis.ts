/** Made by tools/gen-cjk.ts: the table of shift_jis. Do not edit. */
import type { PackedTable } from "../tables.ts";

export const TABLE: PackedTable = {
  missing:
    "i%%d!&o2x!z~'c{!",
  added:
    "awEcj<#nb*>{B8t}3#%[5",
  other:
    "p&e't|)i!",
  pairs:
    "",
  double:
    "",
  alone:
    "i%k&z({(|(}(~(a)b)c)d)e)f)g)h)i)j)k)l)m)n)o)p)",
  ranges:
    "",
};
