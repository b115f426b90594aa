/**
 * node tools/run.mjs gen-cjk: makes src/native/_multibytecodec/generated/*.ts, the tables of the East Asian codecs, by asking
 * CPython 3.12.7 about every sequence of bytes and every character.
 *
 * A table is stored as its difference from a related one: what is missing there, what is added or other here.
 */
import fs from "node:fs";
import path from "node:path";
import { type CodecName, KEY_MAPS, PLANS } from "../src/native/_multibytecodec/plans.ts";
import { packNumbers } from "../src/util/unicode/packed.ts";
import { ROOT } from "./build/paths.ts";
import { Oracle } from "./oracle/client.ts";

const OUTPUT = path.join(ROOT, "src", "native", "_multibytecodec", "generated");

/** Four bytes of gb18030 and eight of euc_kr follow rules: they are left out here. */
const DUMP = `
import json

def dump(name):
    table, pairs, double, alone = [], [], [], []
    def visit(prefix):
        for byte in range(256):
            data = prefix + bytes([byte])
            key = int.from_bytes(data, "big")
            try:
                text = data.decode(name)
            except UnicodeDecodeError as error:
                goes_on = len(data) < 3 and not (len(data) == 2 and name in ("gb18030", "euc_kr"))
                if error.reason.startswith("incomplete") and goes_on:
                    visit(data)
                elif len(data) == 1:
                    alone.append(key)
                elif error.end - error.start == 2 and not error.reason.startswith("incomplete"):
                    double.append(key)
                continue
            if len(text) == 1:
                table.append([key, ord(text)])
            else:
                pairs.append([ord(text[0]), ord(text[1]), key])
    visit(b"")
    inverse = {}
    for key, point in table:
        inverse.setdefault(point, key)
    other = []
    for point in [*range(0x10000), *range(0x20000, 0x30000)]:
        try:
            data = chr(point).encode(name)
        except UnicodeEncodeError:
            data = b""
        by_rule = name == "gb18030" and len(data) == 4 or name == "euc_kr" and len(data) == 8
        key = 0 if by_rule else int.from_bytes(data, "big")
        if inverse.get(point, 0) != key:
            other.append([point, key])
    return {"table": table, "pairs": pairs, "double": double, "alone": alone, "other": other}
`;

const FOUR_BYTES = `
ranges = []
index = -1
for a in range(0x81, 0x85):
    for b in range(0x30, 0x3a):
        for c in range(0x81, 0xff):
            for d in range(0x30, 0x3a):
                index += 1
                try:
                    point = ord(bytes([a, b, c, d]).decode("gb18030"))
                except UnicodeDecodeError:
                    continue
                if ranges and ranges[-1][0] + ranges[-1][2] == index and ranges[-1][1] + ranges[-1][2] == point:
                    ranges[-1][2] += 1
                else:
                    ranges.append([index, point, 1])
json.dumps(ranges)
`;

interface Dump {
  table: [number, number][];
  pairs: [number, number, number][];
  double: number[];
  alone: number[];
  other: [number, number][];
}

const zigzag = (value: number): number => (value >= 0 ? 2 * value : -2 * value - 1);

function packEntries(entries: readonly (readonly [number, number])[]): string {
  const numbers: number[] = [];
  let lastKey = 0;
  let lastValue = 0;
  for (const [key, value] of entries) {
    numbers.push(key - lastKey, zigzag(value - lastValue));
    lastKey = key;
    lastValue = value;
  }
  return packNumbers(numbers);
}

/** Runs of entries of the base that are missing: how many are skipped, how many are missing. */
function packMissing(base: ReadonlyMap<number, number>, own: ReadonlyMap<number, number>): string {
  const numbers: number[] = [];
  let missing = false;
  let run = 0;
  for (const key of base.keys()) {
    if (own.has(key) !== missing) run++;
    else {
      numbers.push(run);
      missing = !missing;
      run = 1;
    }
  }
  return packNumbers([...numbers, run]);
}

function source(name: string, fields: Readonly<Record<string, string>>): string {
  const lines = Object.entries(fields).map(([key, text]) => `  ${key}:\n    "${text}",`);
  return `/** Made by tools/gen-cjk.ts: the table of ${name}. Do not edit. */\nimport type { PackedTable } from "../tables.ts";\n\nexport const TABLE: PackedTable = {\n${lines.join("\n")}\n};\n`;
}

const oracle = new Oracle();
const tables = new Map<CodecName, Map<number, number>>();
fs.mkdirSync(OUTPUT, { recursive: true });
for (const [name, plan] of Object.entries(PLANS) as [CodecName, (typeof PLANS)[CodecName]][]) {
  const dump = JSON.parse(await oracle.runSource(`${DUMP}\njson.dumps(dump(${JSON.stringify(name)}))`)) as Dump;
  const own = new Map(dump.table.sort((a, b) => a[0] - b[0]));
  tables.set(name, own);
  const base = new Map<number, number>();
  if (plan.base !== undefined) {
    const map = KEY_MAPS[plan.map ?? "same"];
    const related = tables.get(plan.base);
    if (related === undefined) throw new Error(`${plan.base} comes after ${name}`);
    for (const [key, value] of related) {
      const mapped = map(key);
      if (mapped !== undefined) base.set(mapped, value);
    }
  }
  const fields = {
    missing: packMissing(base, own),
    added: packEntries([...own].filter(([key, value]) => base.get(key) !== value)),
    other: packEntries(dump.other),
    pairs: packNumbers(dump.pairs.flat()),
    double: packNumbers(dump.double),
    alone: packNumbers(dump.alone),
    ranges:
      name === "gb18030"
        ? packNumbers((JSON.parse(await oracle.runSource(`import json\n${FOUR_BYTES}`)) as number[][]).flat())
        : "",
  };
  fs.writeFileSync(path.join(OUTPUT, `${name}.ts`), source(name, fields));
  console.log(
    name,
    own.size,
    Object.values(fields).reduce((sum, text) => sum + text.length, 0),
  );
}
await oracle.close();
