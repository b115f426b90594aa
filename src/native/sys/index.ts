/**
 * sys (CPython Python/sysmodule.c): facts in version, what the configuration decides in flags, functions by
 * concern in frames, functions and tracing.
 */

import { importState } from "../../importing/state.ts";
import { call } from "../../objects/kernel/call.ts";
import { FROZENSET } from "../../objects/kernel/core-types.ts";
import { defineModule } from "../../objects/kernel/module.ts";
import { type PyModule, strFromJs, tuple } from "../../objects/kernel/payload.ts";
import { config } from "../../vm/config.ts";
import { exceptionFunctions } from "./excepthook.ts";
import { configAttributes } from "./flags.ts";
import { frameFunctions } from "./frames.ts";
import { valueFunctions } from "./functions.ts";
import { STDLIB_MODULE_NAMES } from "./stdlib-names.ts";
import { traceFunctions } from "./trace.ts";
import { versionAttributes } from "./version.ts";

function setup(module: PyModule): void {
  const { dict } = module;
  for (const [name, value] of Object.entries(versionAttributes())) dict.set(name, value);
  for (const [name, value] of Object.entries(configAttributes(config()))) dict.set(name, value);
  const builtinNames = [...importState().builtins.keys()].sort();
  dict.set("builtin_module_names", tuple(builtinNames));
  dict.set("stdlib_module_names", call(FROZENSET, tuple(STDLIB_MODULE_NAMES.map(strFromJs))));
  for (const name of ["displayhook", "excepthook", "breakpointhook", "unraisablehook"]) {
    const hook = dict.get(name);
    if (hook !== undefined) dict.set(`__${name}__`, hook);
  }
  dict.set("_git", tuple(["Chaipy", "", ""]));
}

export default defineModule("sys", {
  doc: "This module provides access to some objects used or maintained by the\ninterpreter and to functions that interact strongly with the interpreter.",
  functions: { ...valueFunctions, ...frameFunctions, ...traceFunctions, ...exceptionFunctions },
  setup,
});
