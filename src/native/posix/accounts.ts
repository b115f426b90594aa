/** /etc/passwd and /etc/group, for the modules pwd and grp, and the ids that they are asked by. */
import { host } from "../../host/current.ts";
import { ifPossible } from "../../host/host.ts";
import { typeName, typeOf } from "../../objects/kernel/core-types.ts";
import { toIndex } from "../../objects/kernel/number.ts";
import type { Value } from "../../objects/kernel/object.ts";
import { overflowError, typeError } from "../../objects/kernel/raise.ts";
import { unitsToString } from "../../objects/types/text.ts";
import { pathValue } from "./paths.ts";

/** One line of a database, its fields read as asked. */
export interface Entry {
  text(index: number): Value;
  number(index: number): number;
  /** A field that holds names with commas between. */
  list(index: number): Value[];
}

const decode = (field: string): Value =>
  pathValue(
    Uint8Array.from(field, (c) => c.charCodeAt(0)),
    false,
  );

/** The lines that have `count` fields; none if there is no such file. */
export function readDatabase(path: string, count: number): Entry[] {
  const text = ifPossible(() => unitsToString(host().files.readFile(path))) ?? "";
  return text
    .split("\n")
    .filter((line) => !line.startsWith("#"))
    .map((line) => line.split(":"))
    .filter((fields) => fields.length === count)
    .map((fields) => ({
      text: (index) => decode(fields[index]),
      number: (index) => Number.parseInt(fields[index], 10) || 0,
      list: (index) => fields[index].split(",").filter(Boolean).map(decode),
    }));
}

/** A user or group id: -1 is the largest unsigned one; undefined for what can be no id. */
export function idArgument(value: Value, what: "uid" | "gid"): number | undefined {
  if (typeOf(value).slots.__index__ === undefined) throw typeError(`${what} should be integer, not ${typeName(value)}`);
  const id = toIndex(value);
  if (id === -1) return 0xffffffff;
  return typeof id === "number" && id >= 0 && id < 0xffffffff ? id : undefined;
}

/** -1 as a C uid_t: it leaves the owner as he is. */
const UNCHANGED = 0xffffffff;
const LONG_MAX = 0x7fffffffffffffffn;

export function ownerArgument(value: Value, what: "uid" | "gid"): number {
  const id = idArgument(value, what);
  if (id !== undefined) return id === UNCHANGED ? -1 : id;
  // What fits a long, and no id, C takes for too small.
  throw overflowError(`${what} is ${toIndex(value) > LONG_MAX ? "greater than maximum" : "less than minimum"}`);
}
