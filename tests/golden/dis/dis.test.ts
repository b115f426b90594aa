/** Listings against `dis.dis` of CPython 3.12.7, for code that our own compiler made. */
import fs from "node:fs";
import { expect, test } from "vitest";
import { disassemble } from "../../../src/bytecode/dis.ts";
import { constantRepr } from "../../../src/bytecode/constantrepr.ts";
import { compileToCode } from "../../../src/embed/compiler.ts";

const read = (name: string): Buffer => fs.readFileSync(new URL(name, import.meta.url));
const code = compileToCode(read("sample.py"), "sample.py", 0);
const options = { repr: constantRepr, addressOf: () => "ADDRESS" };

test("a module with everything in it", () => {
  expect(`${disassemble(code, options)}\n`).toBe(read("sample.txt").toString());
});

test("depth and the current instruction", () => {
  const flat = disassemble(code, { ...options, depth: 0, lasti: 2 });
  expect(flat).not.toContain("Disassembly of");
  expect(flat.split("\n").filter((line) => line.includes("-->"))).toHaveLength(1);
});
