/**
 * Builtin functions and the descriptors of builtin types, as payloads (CPython Objects/methodobject.c,
 * descrobject.c). What Python sees of them is in objects/types/builtin.ts and descriptor.ts.
 */
import { bug } from "../../util/assert.ts";
import {
  BUILTIN_FUNCTION,
  CLASSMETHOD_DESCRIPTOR,
  GETSET_DESCRIPTOR,
  isSubtype,
  MEMBER_DESCRIPTOR,
  METHOD_DESCRIPTOR,
  METHOD_WRAPPER,
  NONE,
  shownName,
  typeName,
  typeOf,
  WRAPPER_DESCRIPTOR,
} from "./core-types.ts";
import { lookupInType } from "./lookup.ts";
import { PyObject, PyType, type Value } from "./object.ts";
import { typeError } from "./raise.ts";
import { type Argument, Signature } from "./signature.ts";
import type { CallSlot, KeywordNames, SlotRow } from "./slots.ts";

/**
 * The body of a builtin. Takes self (if the signature is bound) and one argument for each parameter;
 * undefined as a result means None.
 */
// biome-ignore lint/suspicious/noConfusingVoidType: a body that returns nothing returns None
export type Body = (...args: never[]) => Value | void;
type AnyBody = (...args: Argument[]) => Value | undefined;

const waitingBodies = new WeakSet<Body>();

/**
 * A body that may wait (`hooks.waitFor`) and has no effect before it does: its thread can be stopped in it, and it is
 * then called again from its start.
 */
export function mayWait<Waiting extends Body>(body: Waiting): Waiting {
  waitingBodies.add(body);
  return body;
}

/** How the VM calls such a builtin from its driver; installed by vm/scheduler. */
export const waitingCall: { run: (definition: Definition, ...driverArguments: unknown[]) => unknown } = {
  run: () => bug("no scheduler is installed"),
};

/** A builtin's name, signature, doc and body: one row of a type's or module's table. */
export class Definition {
  private parsed: Signature | undefined;
  private readonly run: AnyBody;
  /** Set by vm/ where the interpreter runs this builtin itself, without a nested driver. */
  inDriver: unknown = undefined;

  constructor(
    readonly name: string,
    /** The name of its type or module; "" for a function that is shown without. */
    private readonly place: string,
    private readonly signatureText: string,
    readonly doc: string | undefined,
    body: Body,
  ) {
    this.run = body as AnyBody;
    if (waitingBodies.has(body)) this.inDriver = (...all: unknown[]) => waitingCall.run(this, ...all);
  }

  /** With the type's or module's name before it, as messages show it: "list.append". */
  get fullName(): string {
    return this.place === "" ? this.name : `${this.place}.${this.name}`;
  }

  /** Parsed at the first use: most builtins are never called in a given run. */
  get signature(): Signature {
    if (this.parsed === undefined) this.parsed = new Signature(this.signatureText);
    return this.parsed;
  }

  /** Call with `self` apart from the arguments; `self` is ignored if the signature has none. */
  call(self: Value | undefined, args: Value[], kwnames: KeywordNames, isUnbound = false): Value {
    const signature = this.signature;
    if (signature.simple && kwnames === undefined && args.length === signature.maximum) {
      return this.callExact(signature.bound, self, args);
    }
    // A method of a class, its metaclass's or a class method, shows the class it was looked up on.
    const fullName = self instanceof PyType && !isUnbound ? `${self.qualname}.${this.name}` : this.fullName;
    const bound = signature.bind(this.name, fullName, args, kwnames);
    const result = signature.bound ? this.run(self, ...bound) : this.run(...bound);
    return result === undefined ? NONE : result;
  }

  /** May it be called with so many arguments by position, without any check? */
  accepts(count: number): boolean {
    const { signature } = this;
    return signature.simple && count >= signature.required && count <= signature.maximum;
  }

  /** Call with `count` arguments that lie in `stack` from `first` on; `accepts(count)` holds. */
  callFrom(self: Value | undefined, stack: readonly unknown[], first: number, count: number): Value {
    const { signature, run } = this;
    const { parameters, bound } = signature;
    const argument = (i: number): Argument => (i < count ? (stack[first + i] as Value) : parameters[i].default);
    let result: Value | undefined;
    switch (parameters.length) {
      case 0:
        result = bound ? run(self) : run();
        break;
      case 1:
        result = bound ? run(self, argument(0)) : run(argument(0));
        break;
      case 2:
        result = bound ? run(self, argument(0), argument(1)) : run(argument(0), argument(1));
        break;
      default: {
        const all = parameters.map((_, i) => argument(i));
        result = bound ? run(self, ...all) : run(...all);
      }
    }
    return result === undefined ? NONE : result;
  }

  /**
   * The body itself and what follows `count` arguments, for compiled callers; `accepts(count)` holds.
   * A body that gives undefined means None.
   */
  directly(count: number): { readonly run: AnyBody; readonly isBound: boolean; readonly rest: readonly Argument[] } {
    const { parameters, bound } = this.signature;
    return { run: this.run, isBound: bound, rest: parameters.slice(count).map((parameter) => parameter.default) };
  }

  /** All parameters are given, by position: no array is built or spread. */
  private callExact(bound: boolean, self: Value | undefined, args: Value[]): Value {
    const run = this.run;
    let result: Value | undefined;
    if (bound) {
      if (args.length === 0) result = run(self);
      else if (args.length === 1) result = run(self, args[0]);
      else if (args.length === 2) result = run(self, args[0], args[1]);
      else result = run(self, ...args);
    } else if (args.length === 1) result = run(args[0]);
    else if (args.length === 2) result = run(args[0], args[1]);
    else result = run(...args);
    return result === undefined ? NONE : result;
  }
}

/** A function of a module, or a method of a builtin type bound to its instance. */
export class PyBuiltinFunction extends PyObject {
  constructor(
    readonly definition: Definition,
    /** The module, the instance, or the class for a classmethod; undefined for none. */
    readonly self: Value | undefined,
    /** `__module__`: None (undefined) for methods. */
    readonly module: string | undefined,
    cls: PyType = BUILTIN_FUNCTION,
  ) {
    super(cls);
  }

  /** Call it. */
  invoke(args: Value[], kwnames: KeywordNames): Value {
    if (kwnames !== undefined && kwnames.length > 0 && !this.definition.signature.takesKeywords)
      throw this.noKeywords();
    return this.definition.call(this.self, args, kwnames);
  }

  /** A method that is an object shows the class of its instance, or nothing if it parses a tuple of arguments. */
  private noKeywords(): unknown {
    const { definition, self, module } = this;
    const { name, fullName, signature } = definition;
    const owner = module !== undefined || self === undefined ? undefined : self instanceof PyType ? self : typeOf(self);
    const shown = signature.isVariadic ? name : owner === undefined ? fullName : `${owner.qualname}.${name}`;
    return typeError(`${shown}() takes no keyword arguments`);
  }
}

/** The function in a static method of a builtin type (METH_STATIC): `__self__` is None, but it is shown as the type's. */
export class PyStaticBuiltin extends PyBuiltinFunction {
  constructor(
    definition: Definition,
    readonly owner: PyType,
  ) {
    super(definition, undefined, undefined);
  }
}

/** `list.append`, unbound. */
export class PyMethodDescriptor extends PyObject {
  constructor(
    readonly owner: PyType,
    readonly definition: Definition,
  ) {
    super(METHOD_DESCRIPTOR);
  }
}

/** `dict.__dict__["fromkeys"]`. */
export class PyClassMethodDescriptor extends PyObject {
  constructor(
    readonly owner: PyType,
    readonly definition: Definition,
  ) {
    super(CLASSMETHOD_DESCRIPTOR);
  }
}

/** Does the type make its instances by Python code, or did it when `__new__` became a builtin's? */
function hasPythonNew(type: PyType): boolean {
  const make = lookupInType(type, "__new__");
  if (!(make instanceof PyNewWrapper)) return true;
  const slot = type.slots.__new__;
  if (slot === make.slot || !type.traits.heap) return false;
  return !type.mro.some((each) => !each.traits.heap && each.slots.__new__ === slot);
}

/** `T.__new__` of a builtin type: a builtin function whose first argument is the class to make an instance of. */
export class PyNewWrapper extends PyBuiltinFunction {
  constructor(
    readonly owner: PyType,
    readonly slot: (cls: PyType, args: Value[], kwnames: KeywordNames) => Value,
    definition: Definition,
  ) {
    super(definition, owner, undefined);
  }

  /** Check the class, then run the slot (CPython's tp_new_wrapper). */
  override invoke(args: Value[], kwnames: KeywordNames): Value {
    const { owner } = this;
    const name = shownName(owner);
    const cls = args[0];
    if (args.length === 0 || (kwnames !== undefined && args.length === kwnames.length)) {
      throw typeError(`${name}.__new__(): not enough arguments`);
    }
    if (!(cls instanceof PyType)) {
      throw typeError(`${name}.__new__(X): X is not a type object (${typeName(cls)})`);
    }
    if (!isSubtype(cls, owner)) {
      throw typeError(`${name}.__new__(${shownName(cls)}): ${shownName(cls)} is not a subtype of ${name}`);
    }
    // What counts is the nearest base that Python code gave no `__new__`: object.__new__(SubclassOfInt) must fail.
    let layout: PyType | null = cls;
    while (layout !== null && hasPythonNew(layout)) layout = layout.base;
    if (layout !== null && (layout.slots.__new__ !== owner.slots.__new__ || layout.traits.noConstructor)) {
      throw typeError(`${name}.__new__(${shownName(cls)}) is not safe, use ${shownName(layout)}.__new__()`);
    }
    return this.slot(cls, args.slice(1), kwnames);
  }
}

/** How a slot is called by Python code: define.ts says it, whose imports lead back to here. */
export const slotCalls: { wrap: (row: SlotRow, slot: unknown) => CallSlot } = { wrap: () => bug("no slot wrappers") };

/** `int.__add__`: a slot of a builtin type as a descriptor. */
export class PyWrapperDescriptor extends PyObject {
  private wrapped: CallSlot | undefined = undefined;

  constructor(
    readonly owner: PyType,
    readonly row: SlotRow,
    /** The function in `owner.slots[row.slot]`. */
    readonly slot: unknown,
  ) {
    super(WRAPPER_DESCRIPTOR);
  }

  /** The slot with Python's calling convention, made at the first use: most are never called this way. */
  get call(): CallSlot {
    this.wrapped ??= slotCalls.wrap(this.row, this.slot);
    return this.wrapped;
  }
}

/** `(1).__add__`. */
export class PyMethodWrapper extends PyObject {
  constructor(
    readonly descriptor: PyWrapperDescriptor,
    readonly self: Value,
  ) {
    super(METHOD_WRAPPER);
  }
}

/** A computed attribute of a builtin type. */
export class PyGetSetDescriptor extends PyObject {
  constructor(
    readonly owner: PyType,
    readonly name: string,
    readonly get: ((self: Value) => Value) | undefined,
    /** `value` is undefined for `del`. */
    readonly set: ((self: Value, value: Value | undefined) => void) | undefined,
    readonly doc: string | undefined,
    cls: PyType = GETSET_DESCRIPTOR,
  ) {
    super(cls);
  }
}

/** An attribute declared by `__slots__`, held in the own property `key`. */
export class PyMemberDescriptor extends PyObject {
  constructor(
    readonly owner: PyType,
    readonly name: string,
    readonly key: `_${string}`,
    readonly readonly_: boolean,
    readonly doc: string | undefined,
  ) {
    super(MEMBER_DESCRIPTOR);
  }
}
