/** A whole zip archive in memory, by name: the standard library's. */
import { readZip as readMembers } from "../../src/util/binary/zip.ts";

export function readZip(archive: Uint8Array): Map<string, Buffer> {
  return new Map(readMembers(archive).map(({ name, content }) => [name, Buffer.from(content())]));
}
