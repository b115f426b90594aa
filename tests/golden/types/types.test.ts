/** Our builtin types and native modules against CPython 3.12.7's: attributes, kinds, flags, text signatures, docs. */
import { expect, it } from "vitest";
import { compareWithReference, readReasons, settle } from "../../../tools/golden/types.ts";

it("differ from CPython's only where reasons.txt says why", async () => {
  const { open } = settle(await compareWithReference(), readReasons());
  expect(open).toEqual([]);
});
