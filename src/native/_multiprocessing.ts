/**
 * _multiprocessing (CPython Modules/_multiprocessing/multiprocessing.c) as it is on a system without named semaphores: Node
 * has none. `multiprocessing.synchronize` and whoever needs it say so; `compileall -j` does its work in one process.
 */
import { PyDict } from "../objects/kernel/dict.ts";
import { defineModule } from "../objects/kernel/module.ts";

export default defineModule("_multiprocessing", {
  setup: (module) => void module.dict.set("flags", new PyDict()),
});
