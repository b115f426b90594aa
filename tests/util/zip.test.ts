/** Zip archives: what is written is read again, damage is noticed, and other archives are read too. */
import { describe, expect, it } from "vitest";
import { readZip, writeZip, ZipError } from "../../src/util/binary/zip.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const members: [string, Uint8Array][] = [
  ["a/long.txt", bytes("tea ".repeat(1000))],
  ["short", bytes("x")],
  ["größe", new Uint8Array(0)],
];

function contents(archive: Uint8Array): [string, number, Uint8Array][] {
  return readZip(archive).map(({ name, size, content }) => [name, size, Uint8Array.from(content())]);
}

describe("zip", () => {
  for (const compress of [false, true]) {
    it(`comes back as it was, ${compress ? "deflated" : "stored"}, behind other data`, () => {
      const archive = writeZip(members, { compress, prefix: bytes("#!/usr/bin/env python3.12\n") });
      expect(contents(archive)).toEqual(members.map(([name, content]) => [name, content.length, content]));
      expect(archive).toEqual(writeZip(members, { compress, prefix: bytes("#!/usr/bin/env python3.12\n") }));
    });
  }

  it("also where its offsets do not count what stands in front", () => {
    const archive = writeZip(members, { compress: true });
    const moved = new Uint8Array(archive.length + 7);
    moved.set(archive, 7);
    expect(contents(moved)).toEqual(contents(archive));
  });

  it("notices damage", () => {
    const archive = writeZip(members, { compress: true });
    expect(() => readZip(archive.subarray(0, 100))).toThrow(ZipError);
    const changed = archive.slice();
    const at = changed.indexOf("x".charCodeAt(0), 60);
    changed[at] = 121;
    expect(() => contents(changed)).toThrow(ZipError);
  });
});
