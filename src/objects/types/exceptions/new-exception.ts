/**
 * Exception types of native modules (CPython PyErr_NewException): like those of a class statement, their attributes
 * can be set and they can be subclassed.
 */
import { defineType } from "../../kernel/define.ts";
import { EXCEPTIONS } from "../../kernel/exception-types.ts";
import type { PyType } from "../../kernel/object.ts";
import { WEAKREF_ROW } from "../class-creation.ts";

/** `name` carries the module: "zlib.error". */
export function newExceptionType(name: string, base: PyType = EXCEPTIONS.Exception, doc?: string): PyType {
  return defineType(name, {
    base,
    doc,
    traits: { heap: true, basetype: true, weakrefs: true },
    getset: { __weakref__: WEAKREF_ROW },
  });
}
