/** Made by tools/gen-cjk.ts: the table of shift_jisx0213. Do not edit. */
import type { PackedTable } from "../tables.ts";

export const TABLE: PackedTable = {
  missing:
    "~M#g'#zg##L#av##cC(gt!",
  added:
    "mvj!if{!",
  other:
    "",
  pairs:
    "du.ww.pfFfu.ww.qfFhu.ww.rfFju.ww.sfFlu.ww.tfFjx.ww.|kFlx.ww.}kFnx.ww.~kFpx.ww.alFrx.ww.blFzx.ww.clFey.ww.dlFiy.ww.elFle/ww.coFu(s:xeG{4s:|eG{4t:}eGw6s:~eGw6t:afGb5s:bfGb5t:cfGc5s:dfGc5t:efGz9v9|fGv9z9}fG",
  double:
    "jpGyxG|iLkkLjue!wfg!xfg!yfg!zfg!{fg!",
  alone:
    "i%k&n)o)p)",
  ranges:
    "",
};
