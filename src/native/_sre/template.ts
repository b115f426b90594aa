/**
 * Templates: replacement strings taken apart by `re._parser.parse_template` (CPython Modules/_sre/sre.c: _sre.template,
 * expand_template).
 */

import { getAttr } from "../../objects/kernel/attribute.ts";
import { call } from "../../objects/kernel/call.ts";
import { declareType, LIST, NONE, typeName, typeOf } from "../../objects/kernel/core-types.ts";
import { completeType } from "../../objects/kernel/define.ts";
import { PyObject, type Value } from "../../objects/kernel/object.ts";
import { intOf, type PyList, textOf } from "../../objects/kernel/payload.ts";
import { indexError, typeError } from "../../objects/kernel/raise.ts";
import { hooks } from "../../objects/kernel/thread.ts";
import { joinPieces, type PyMatch, type PyPattern } from "./pattern-object.ts";

export const TEMPLATE = declareType("SRE_Template");

export class PyTemplate extends PyObject {
  constructor(
    readonly literal: Value,
    /** A group, and the literal that follows it. */
    readonly parts: readonly (readonly [group: number, literal: Value])[],
  ) {
    super(TEMPLATE);
  }
}

completeType<PyTemplate>(TEMPLATE, { module: "_sre", traits: { noConstructor: true } });

/** `_sre.template(pattern, [literal, group, literal, ...])`. */
export function makeTemplate(list: Value): PyTemplate {
  if (typeOf(list) !== LIST && !typeOf(list).mro.includes(LIST)) {
    throw typeError(`template() argument 2 must be list, not ${typeName(list)}`);
  }
  const { items } = list as PyList;
  if (items.length % 2 === 0) throw typeError("invalid template");
  const parts: [number, Value][] = [];
  for (let i = 1; i < items.length; i += 2) {
    const group = intOf(items[i]);
    if (group === undefined) throw typeError("an integer is required");
    if (typeof group !== "number" || group < 0) throw typeError("invalid template");
    parts.push([group, items[i + 1]]);
  }
  return new PyTemplate(items[0], parts);
}

/** What the template becomes for a match. */
export function expandTemplate(template: PyTemplate, match: PyMatch): Value {
  if (template.parts.length === 0) return template.literal;
  const pieces: Value[] = [template.literal];
  for (const [group, literal] of template.parts) {
    if (group >= match.groupCount) throw indexError("no such group");
    const text = match.group(group, NONE);
    if (text !== NONE) pieces.push(text);
    pieces.push(literal);
  }
  return joinPieces(textOf(template.literal) === undefined, pieces);
}

/** `re._compile_template(pattern, repl)`, which parses and caches. */
export function compileTemplate(pattern: PyPattern, repl: Value): PyTemplate {
  const template = call(getAttr(hooks.importModule("re"), "_compile_template"), pattern, repl);
  if (!(template instanceof PyTemplate)) {
    throw typeError(`the result of compiling a replacement string is ${typeName(template)}, not a SRE_Template object`);
  }
  return template;
}
