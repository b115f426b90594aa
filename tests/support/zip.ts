/** A zip archive of stored members: what a program in a zip needs. */
import { writeZip } from "../../src/util/binary/zip.ts";

export function makeZip(members: ReadonlyMap<string, string | Uint8Array>): Uint8Array {
  const encoder = new TextEncoder();
  return writeZip(
    Array.from(members, ([name, data]): [string, Uint8Array] => [
      name,
      typeof data === "string" ? encoder.encode(data) : data,
    ]),
    { compress: false },
  );
}
