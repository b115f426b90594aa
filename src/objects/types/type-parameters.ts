/**
 * The payload of `list[int]`, and the type parameters of such aliases and of unions: which there are and
 * how others are put in their place (CPython Objects/genericaliasobject.c: _Py_make_parameters,
 * _Py_subs_parameters).
 */
import { lookupAttr } from "../kernel/attribute.ts";
import { call } from "../kernel/call.ts";
import { ELLIPSIS, GENERIC_ALIAS, NONE, TUPLE, typeName, typeOf } from "../kernel/core-types.ts";
import { getItem } from "../kernel/iterate.ts";
import { PyObject, PyType, type Value } from "../kernel/object.ts";
import { jsString, PyList, PyTuple, tuple } from "../kernel/payload.ts";
import { reprText, strText } from "../kernel/protocol.ts";
import { typeError } from "../kernel/raise.ts";
import { isTrue } from "../kernel/truth.ts";

export class PyGenericAlias extends PyObject {
  readonly args: PyTuple;
  /** `*tuple[int]`. */
  starred = false;
  /** `__parameters__`, once somebody asked. */
  parameters: PyTuple | undefined = undefined;

  constructor(
    readonly origin: Value,
    args: Value,
    cls: PyType = GENERIC_ALIAS,
  ) {
    super(cls);
    this.args = args instanceof PyTuple ? args : tuple([args]);
  }
}

/** The type variables in the arguments, each once, in order. */
export function makeParameters(args: PyTuple): PyTuple {
  const parameters: Value[] = [];
  const add = (parameter: Value): void => {
    if (!parameters.includes(parameter)) parameters.push(parameter);
  };
  for (const arg of args.items) {
    // A class may have these attributes for its instances: it is no variable itself.
    if (arg instanceof PyType) continue;
    if (lookupAttr(arg, "__typing_subst__") !== undefined) add(arg);
    else {
      const nested = lookupAttr(arg, "__parameters__");
      if (nested instanceof PyTuple) nested.items.forEach(add);
    }
  }
  return tuple(parameters);
}

/** The arguments with `item` (one value or a tuple) in the place of the parameters. */
export function substituteParameters(self: Value, args: PyTuple, parameters: PyTuple, item: Value): PyTuple {
  const count = parameters.items.length;
  if (count === 0) throw typeError(`${reprText(self)} is not a generic class`);
  let items: Value = tuple(unpackItems(item));
  for (const parameter of parameters.items) {
    const prepare = lookupAttr(parameter, "__typing_prepare_subst__");
    if (prepare === undefined || prepare === NONE) continue;
    items = call(prepare, self, items instanceof PyTuple ? items : tuple([items]));
  }
  const given = items instanceof PyTuple ? items.items : [items];
  if (given.length !== count) {
    const word = given.length > count ? "many" : "few";
    throw typeError(`Too ${word} arguments for ${reprText(self)}; actual ${given.length}, expected ${count}`);
  }
  return tuple(args.items.flatMap((arg) => substituteOne(arg, parameters.items, given)));
}

/** What comes in the place of one argument: several where it is an unpacked TypeVarTuple. */
function substituteOne(arg: Value, parameters: readonly Value[], given: readonly Value[]): Value[] {
  if (arg instanceof PyType) return [arg];
  const unpacked = lookupAttr(arg, "__typing_is_unpacked_typevartuple__");
  const spread = unpacked !== undefined && isTrue(unpacked);
  const substitute = lookupAttr(arg, "__typing_subst__");
  const result =
    substitute === undefined
      ? substituteNested(arg, parameters, given)
      : call(substitute, given[parameters.indexOf(arg)]);
  if (!spread) return [result];
  if (!(result instanceof PyTuple)) {
    throw typeError(`expected __typing_subst__ of ${typeName(arg)} objects to return a tuple, not ${typeName(result)}`);
  }
  return result.items;
}

/** `list[T]` inside `dict[str, list[T]]`. */
function substituteNested(value: Value, parameters: readonly Value[], given: readonly Value[]): Value {
  const nested = lookupAttr(value, "__parameters__");
  if (!(nested instanceof PyTuple) || nested.items.length === 0) return value;
  const args: Value[] = [];
  for (const each of nested.items) {
    const index = parameters.indexOf(each);
    const replacement = index < 0 ? each : given[index];
    // A TypeVarTuple, known by being iterable, stands for several.
    const several = index >= 0 && typeOf(each).slots.__iter__ !== undefined && replacement instanceof PyTuple;
    if (several) args.push(...replacement.items);
    else args.push(replacement);
  }
  return getItem(value, tuple(args));
}

/** The items of a subscript, with `*tuple[int, str]` taken apart. */
function unpackItems(item: Value): Value[] {
  const items = item instanceof PyTuple ? item.items : [item];
  return items.flatMap((each) => {
    const parts = each instanceof PyType ? undefined : unpackedTupleArgs(each);
    return parts === undefined || parts.items.at(-1) === ELLIPSIS ? [each] : parts.items;
  });
}

function unpackedTupleArgs(value: Value): PyTuple | undefined {
  if (value instanceof PyGenericAlias && value.starred && value.origin === TUPLE) return value.args;
  const args = lookupAttr(value, "__typing_unpacked_tuple_args__");
  return args instanceof PyTuple ? args : undefined;
}

/** An argument as the repr of an alias or union shows it: classes by their name, not their repr. */
export function typeReprText(value: Value): string {
  if (value === ELLIPSIS) return "...";
  if (lookupAttr(value, "__origin__") !== undefined && lookupAttr(value, "__args__") !== undefined) {
    return reprText(value);
  }
  const qualname = lookupAttr(value, "__qualname__");
  if (qualname === undefined) return reprText(value);
  const module = lookupAttr(value, "__module__");
  if (module === undefined || module === NONE) return reprText(value);
  return jsString(module) === "builtins" ? strText(qualname) : `${strText(module)}.${strText(qualname)}`;
}

/** As typeReprText; the items of a list (of a ParamSpec) in the same style. */
export function argumentReprText(value: Value): string {
  if (!(value instanceof PyList)) return typeReprText(value);
  return `[${value.items.map(typeReprText).join(", ")}]`;
}
