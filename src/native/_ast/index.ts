/**
 * _ast: the classes of the nodes, made from the table of the syntax (CPython Python/Python-ast.c, Parser/asdl_c.py).
 *
 * Importing this file installs what compile() needs to give out trees and to take them.
 */

import { PYCF_ALLOW_TOP_LEVEL_AWAIT } from "../../compile/compile.ts";
import { isInstance } from "../../objects/kernel/core-types.ts";
import { defineModule } from "../../objects/kernel/module.ts";
import { PyCF_ONLY_AST, PyCF_TYPE_COMMENTS } from "../../syntax/parse.ts";
import { trees } from "../builtins/hooks.ts";
import { fromPython } from "./from-python.ts";
import { toPython } from "./to-python.ts";
import { astTypes } from "./types.ts";

trees.current = { toPython, fromPython, isTree: (value) => isInstance(value, astTypes().base) };

export default defineModule("_ast", {
  constants: { PyCF_ONLY_AST, PyCF_TYPE_COMMENTS, PyCF_ALLOW_TOP_LEVEL_AWAIT: PYCF_ALLOW_TOP_LEVEL_AWAIT },
  setup: (module) => {
    const { base, byName } = astTypes();
    module.dict.set("AST", base);
    for (const [name, type] of byName) module.dict.set(name, type);
  },
});
