/** A zip archive of stored texts: what a program in a zip needs. */
import { writeZip } from "../../src/util/binary/zip.ts";

export function makeZip(members: ReadonlyMap<string, string>): Uint8Array {
  const encoder = new TextEncoder();
  return writeZip(
    Array.from(members, ([name, text]): [string, Uint8Array] => [name, encoder.encode(text)]),
    { compress: false },
  );
}
