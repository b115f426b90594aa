/** The functions of `builtins` about objects and their attributes (CPython Python/bltinmodule.c). */
import { delAttr, getAttr, lookupAttr, setAttr } from "../../objects/kernel/attribute.ts";
import { NONE, typeName, typeOf } from "../../objects/kernel/core-types.ts";
import type { MethodRow } from "../../objects/kernel/define.ts";
import { format } from "../../objects/kernel/number.ts";
import type { Value } from "../../objects/kernel/object.ts";
import { jsString, PyList, textOf } from "../../objects/kernel/payload.ts";
import { repr } from "../../objects/kernel/protocol.ts";
import { typeError } from "../../objects/kernel/raise.ts";
import { attributeName } from "../../objects/kernel/slot-wrappers.ts";
import { checkInstance, checkSubclass } from "../../objects/types/class-checks.ts";
import { isExactDict, mappingKeys } from "../../objects/types/dict-entries.ts";
import { dirOf } from "../../objects/types/dir.ts";
import { sortList } from "../../objects/types/list.ts";
import { codePointsOf } from "../../objects/types/text.ts";
import { DOCS } from "./docs.ts";
import { interpreterHooks } from "./hooks.ts";

/** `ascii(value)`: the repr with everything beyond ASCII escaped. */
export function asciiRepr(value: Value): Value {
  const result = repr(value);
  const text = textOf(result);
  if (text === undefined) return result;
  if (typeof text === "string" && /^[\x00-\x7f]*$/.test(text)) return result;
  let escaped = "";
  for (const c of codePointsOf(text)) {
    if (c < 0x80) escaped += String.fromCharCode(c);
    else if (c < 0x100) escaped += `\\x${c.toString(16).padStart(2, "0")}`;
    else if (c < 0x10000) escaped += `\\u${c.toString(16).padStart(4, "0")}`;
    else escaped += `\\U${c.toString(16).padStart(8, "0")}`;
  }
  return escaped;
}

function dir(value: Value | undefined): Value {
  if (value !== undefined) return dirOf(value);
  const locals = interpreterHooks().locals();
  const list = isExactDict(locals) ? new PyList(locals.keyArray()) : mappingKeys(locals);
  sortList(list, NONE, false);
  return list;
}

function getattr(object: Value, name: Value, otherwise: Value | undefined): Value {
  const key = attributeName(name);
  return otherwise === undefined ? getAttr(object, key) : (lookupAttr(object, key) ?? otherwise);
}

function vars(value: Value | undefined): Value {
  if (value === undefined) return interpreterHooks().locals();
  const dict = lookupAttr(value, "__dict__");
  if (dict === undefined) throw typeError("vars() argument must have __dict__ attribute");
  return dict;
}

function formatValue(value: Value, specification: Value): Value {
  if (jsString(specification) === undefined) {
    throw typeError(
      `format() argument 2 must be str, not ${specification === NONE ? "None" : typeName(specification)}`,
    );
  }
  return format(value, specification);
}

export const OBJECT_FUNCTIONS: Readonly<Record<string, MethodRow>> = {
  ascii: ["($module, obj, /)", DOCS.ascii, asciiRepr],
  callable: ["($module, obj, /)", DOCS.callable, (value: Value) => typeOf(value).slots.__call__ !== undefined],
  delattr: [
    "($module, obj, name, /)",
    DOCS.delattr,
    (object: Value, name: Value) => delAttr(object, attributeName(name)),
  ],
  dir: ["($module, arg=<unrepresentable>, /)", DOCS.dir, dir],
  format: ["($module, value, format_spec='', /)", DOCS.format, formatValue],
  getattr: ["($module, object, name, default=<unrepresentable>, /)", DOCS.getattr, getattr],
  hasattr: [
    "($module, obj, name, /)",
    DOCS.hasattr,
    (object: Value, name: Value) => lookupAttr(object, attributeName(name)) !== undefined,
  ],
  isinstance: ["($module, obj, class_or_tuple, /)", DOCS.isinstance, checkInstance],
  issubclass: ["($module, cls, class_or_tuple, /)", DOCS.issubclass, checkSubclass],
  repr: ["($module, obj, /)", DOCS.repr, repr],
  setattr: [
    "($module, obj, name, value, /)",
    DOCS.setattr,
    (object: Value, name: Value, value: Value) => setAttr(object, attributeName(name), value),
  ],
  vars: ["($module, object=<unrepresentable>, /)", DOCS.vars, vars],
};
