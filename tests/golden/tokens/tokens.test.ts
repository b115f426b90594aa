/** The tokens of every file of the standard library are those of CPython 3.12.7's `tokenize`, with all positions. */
import { createHash } from "node:crypto";
import fs from "node:fs";
import { expect, it } from "vitest";
import type { Text } from "../../../src/bytecode/constants.ts";
import { toText } from "../../../src/syntax/text.ts";
import { iterateTokens, type TokenInfo } from "../../../src/syntax/token-iterator.ts";
import { STDLIB_ARCHIVE } from "../../../tools/build/paths.ts";
import { readZip } from "../../../tools/build/zip.ts";

const archive = readZip(fs.readFileSync(STDLIB_ARCHIVE));
const digests = JSON.parse(fs.readFileSync(new URL("digests.json", import.meta.url), "utf8")) as Record<string, string>;

function plain(text: Text): string {
  if (typeof text === "string") return text;
  return Array.from(text.codePoints, (codePoint) => String.fromCodePoint(codePoint)).join("");
}

function lengthOf(text: Text): number {
  return typeof text === "string" ? text.length : text.codePoints.length;
}

function describeToken({ type, string, start, end, line }: TokenInfo): string {
  return `${type} ${start}-${end} ${lengthOf(line)} ${plain(string)}`;
}

it("tokens are CPython's", () => {
  const different: string[] = [];
  for (const [name, digest] of Object.entries(digests)) {
    const source = toText((archive.get(name) as Buffer).toString("utf8"));
    const text = Array.from(iterateTokens(source, { extraTokens: true }), describeToken).join("\n");
    if (createHash("sha256").update(text).digest("hex").slice(0, 16) !== digest) different.push(name);
  }
  expect(different).toEqual([]);
});
