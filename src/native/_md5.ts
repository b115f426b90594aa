/** _md5 (CPython Modules/md5module.c). */
import { md5 } from "@noble/hashes/legacy.js";
import { defineModule } from "../objects/kernel/module.ts";
import { defineHash } from "./hash-object.ts";

const MD5 = defineHash(
  "_md5.md5",
  "Return a new MD5 hash object; optionally initialized with a string.",
  { name: "md5", blockSize: 64, digestSize: 16 },
  () => md5.create(),
);

export default defineModule("_md5", { functions: { md5: MD5.make }, types: { MD5Type: MD5.type } });
