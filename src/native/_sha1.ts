/** _sha1 (CPython Modules/sha1module.c). */
import { sha1 } from "@noble/hashes/legacy.js";
import { defineModule } from "../objects/kernel/module.ts";
import { defineHash } from "./hash-object.ts";

const SHA1 = defineHash(
  "_sha1.sha1",
  "Return a new SHA1 hash object; optionally initialized with a string.",
  { name: "sha1", blockSize: 64, digestSize: 20 },
  () => sha1.create(),
);

export default defineModule("_sha1", { functions: { sha1: SHA1.make }, types: { SHA1Type: SHA1.type } });
