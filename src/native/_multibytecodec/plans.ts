/** Which table of an East Asian codec is stored as the difference from which other; tools/gen-cjk.ts and tables.ts agree by it. */

export type CodecName =
  | "gbk"
  | "gb2312"
  | "gb18030"
  | "big5"
  | "cp950"
  | "big5hkscs"
  | "cp932"
  | "shift_jis"
  | "euc_jp"
  | "euc_jis_2004"
  | "euc_jisx0213"
  | "shift_jis_2004"
  | "shift_jisx0213"
  | "cp949"
  | "euc_kr"
  | "johab";

type KeyMap = "same" | "shiftedToEuc" | "eucToShifted";

interface Plan {
  readonly base?: CodecName;
  /** How a key of the base becomes one of this codec. */
  readonly map?: KeyMap;
}

/** In an order in which a base comes first. */
export const PLANS: Readonly<Record<CodecName, Plan>> = {
  gbk: {},
  gb2312: { base: "gbk" },
  gb18030: { base: "gbk" },
  big5: {},
  cp950: { base: "big5" },
  big5hkscs: { base: "big5" },
  cp932: {},
  shift_jis: { base: "cp932" },
  euc_jp: { base: "shift_jis", map: "shiftedToEuc" },
  euc_jis_2004: { base: "euc_jp" },
  euc_jisx0213: { base: "euc_jis_2004" },
  shift_jis_2004: { base: "euc_jis_2004", map: "eucToShifted" },
  shift_jisx0213: { base: "shift_jis_2004" },
  cp949: {},
  euc_kr: { base: "cp949" },
  johab: {},
};

/** Shift JIS packs two rows of 94 characters into one lead byte. */
function shiftedToEuc(key: number): number | undefined {
  if (key < 0x80) return key;
  if (key < 0x100) return 0x8e00 | key;
  const lead = key >> 8;
  const trail = key & 0xff;
  const pair = (lead < 0xa0 ? lead - 0x81 : lead - 0xc1) * 2;
  const column = trail - (trail > 0x7f ? 0x41 : 0x40);
  const row = pair + (column >= 94 ? 1 : 0);
  return row < 94 ? ((row + 0xa1) << 8) | ((column % 94) + 0xa1) : undefined;
}

function eucToShifted(key: number): number | undefined {
  if (key < 0x80) return key;
  if (key >> 8 === 0x8e) return key & 0xff;
  if (key < 0x8000 || key > 0xffff) return undefined;
  const row = (key >> 8) - 0xa1;
  const column = (key & 0xff) - 0xa1 + (row % 2) * 94;
  const lead = (row >> 1) + (row < 62 ? 0x81 : 0xc1);
  return (lead << 8) | (column + (column >= 63 ? 0x41 : 0x40));
}

export const KEY_MAPS: Readonly<Record<KeyMap, (key: number) => number | undefined>> = {
  same: (key) => key,
  shiftedToEuc,
  eucToShifted,
};
