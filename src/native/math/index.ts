/** math (CPython Modules/mathmodule.c): floats, integers and sums are in the files beside this one. */
import { defineModule } from "../../objects/kernel/module.ts";
import { PyFloat } from "../../objects/kernel/payload.ts";
import { floatFunctions } from "./floats.ts";
import { integerFunctions } from "./integers.ts";
import { sumFunctions } from "./sums.ts";

export default defineModule("math", {
  doc: "This module provides access to the mathematical functions\ndefined by the C standard.",
  constants: {
    pi: new PyFloat(Math.PI),
    e: new PyFloat(Math.E),
    tau: new PyFloat(2 * Math.PI),
    inf: new PyFloat(Infinity),
    nan: new PyFloat(Number.NaN),
  },
  functions: { ...floatFunctions, ...integerFunctions, ...sumFunctions },
});
