/**
 * Attributes by the inline caches of tier 0: the class and its version are checked, then the attribute is a JavaScript
 * property, or a constant.
 */
import { genericLookup } from "../../objects/kernel/attribute.ts";
import { FUNCTION, MODULE, SUPER, TYPE, typeOf } from "../../objects/kernel/core-types.ts";
import { lookupInType } from "../../objects/kernel/lookup.ts";
import { PyType, type Value } from "../../objects/kernel/object.ts";
import type { PyModule } from "../../objects/kernel/payload.ts";
import { PyClassMethod, PyStaticMethod } from "../../objects/kernel/static-method.ts";
import type { PyFunction } from "../../objects/types/function.ts";
import { PyProperty } from "../../objects/types/property.ts";
import {
  AttributeCache,
  BUILTIN_METHOD,
  CLASS_VALUE,
  DESCRIPTOR,
  METHOD,
  OWN,
  SLOT,
  StoreCache,
} from "../../vm/caches.ts";
import { SuperSite } from "../../vm/ops/attributes.ts";
import { entryOf } from "../entries.ts";
import { type Abstract, anyValue, make, NULL, type State } from "../state.ts";
import type { Unit } from "../unit.ts";
import { callEntry } from "./call-entry.ts";
import { fallback, generic, type Handler, type Instruction, result, top } from "./handler.ts";
import { inlined } from "./inlining.ts";
import { constantValue, entryValue } from "./variables.ts";

const property = (key: string): string => (/^[$_]\w+$/.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`);

/** Check the class of an object; `self` is known to be an object then. */
function guardClass(u: Unit, s: State, at: Instruction, self: Abstract, cls: PyType, isPlain: boolean): void {
  const name = u.constant(cls);
  const dict = isPlain ? ` || ${self.ref}.dict !== undefined` : "";
  u.guard(s, at.pc, `${self.ref}.cls !== ${name} || ${name}.version !== ${cls.version}${dict}`);
}

/** Methods of builtin values that are no objects in JavaScript. */
function guardBuiltin(u: Unit, s: State, at: Instruction, self: Abstract, cache: AttributeCache): boolean {
  const { cls } = cache;
  if (self.kind === "list" || self.kind === "tuple" || self.kind === "dict") return cls.name === self.kind;
  if (cls.name === "str") {
    if (self.kind === "str") return true;
    if (self.kind !== "any") return false;
    u.guard(s, at.pc, `typeof ${self.ref} !== "string"`);
    u.replace(s, self, make("str", self.ref));
    return true;
  }
  if (self.kind !== "any" || cls.traits.heap || cls.name === "int" || cls.name === "bool") return false;
  u.guard(s, at.pc, `${self.ref}.cls !== ${u.constant(cls)}`);
  if (cls.name === "list" || cls.name === "dict" || cls.name === "tuple") u.replace(s, self, make(cls.name, self.ref));
  return true;
}

/** The condition that an object is an instance of the class, as it was, with its attributes in JavaScript properties. */
function isInstanceText(u: Unit, self: Abstract, cls: PyType, isSlot = false): string {
  const name = u.constant(cls);
  const dict = isSlot ? "" : ` && ${self.ref}.dict === undefined`;
  return `${self.ref}.cls === ${name} && ${name}.version === ${cls.version}${dict}`;
}

/** The caches of the instruction that still hold, the newest first. */
function validCaches(cache: AttributeCache): AttributeCache[] {
  const found: AttributeCache[] = [];
  for (let each: AttributeCache | undefined = cache; each !== undefined; each = each.previous) {
    if (each.version === each.cls.version) found.push(each);
  }
  return found;
}

const VALUES: readonly number[] = [OWN, SLOT, CLASS_VALUE];

/** An attribute that is no method: of the classes that were seen directly, of others by looking. */
function loadValue(u: Unit, s: State, at: Instruction, self: Abstract, cache: AttributeCache, name: string): void {
  const branches = validCaches(cache)
    .filter((each) => VALUES.includes(each.kind))
    .map((each) => {
      const own = `${self.ref}${property(each.key)}`;
      const test = isInstanceText(u, self, each.cls, each.kind === SLOT);
      if (each.kind !== CLASS_VALUE) return `${test} ? ${own} : `;
      const value = each.value as Value;
      return `${test} ? ${own} ?? ${typeof value === "object" ? u.constant(value) : u.known(value).ref} : `;
    });
  const slot = u.slot();
  u.line(`${slot} = ${branches.join("")}$R.attribute(${self.ref}, ${JSON.stringify(name)});`);
  fallback(u, s, at, slot);
  result(s, 1, anyValue(slot));
}

/** All caches of the instruction if they are methods; undefined if others are among them. */
function methodsOf(cache: AttributeCache): AttributeCache[] | undefined {
  const found = validCaches(cache);
  return found.every(({ kind }) => kind === METHOD) ? found : undefined;
}

/** A method of an instance, for a call. */
function loadMethod(u: Unit, s: State, at: Instruction, self: Abstract, cache: AttributeCache): boolean {
  const methods = methodsOf(cache);
  if (methods === undefined || methods.length === 0) return false;
  if (methods.length === 1) {
    guardClass(u, s, at, self, cache.cls, true);
    u.guard(s, at.pc, `${self.ref}${property(cache.key)} !== undefined`);
    const method = cache.value as Value;
    s.stack.pop();
    s.stack.push(make("any", u.constant(method), { known: method }), self);
    return true;
  }
  const tests = methods.map(
    (each, i) =>
      `${self.ref}.cls === ${u.constant(each.cls)} && ${u.constant(each.cls)}.version === ${each.version} ? ${i} : `,
  );
  const choice = u.temp(
    `${self.ref}.dict !== undefined || ${self.ref}${property(cache.key)} !== undefined ? -1 : ${tests.join("")}-1`,
  );
  u.guard(s, at.pc, `${choice} < 0`);
  s.stack.pop();
  s.stack.push(make("method", choice, { choices: methods.map((each) => each.value as Value) }), self);
  return true;
}

function loadCached(u: Unit, s: State, at: Instruction, self: Abstract, cache: AttributeCache, name: string): boolean {
  const forCall = (at.arg & 1) !== 0;
  if (cache.version !== cache.cls.version) return false;
  const method = cache.value as Value;
  if (cache.kind === BUILTIN_METHOD) {
    if (!forCall || !guardBuiltin(u, s, at, self, cache)) return false;
    const receiver = top(s);
    result(s, 1, make("any", u.constant(method), { known: method }));
    s.stack.push(receiver);
    return true;
  }
  if (self.kind !== "any" || self.known !== undefined) return false;
  if (cache.kind === DESCRIPTOR) return loadDescriptor(u, s, at, self, cache);
  if (cache.kind === METHOD && forCall) return loadMethod(u, s, at, self, cache);
  if (!forCall && cache.kind !== METHOD) {
    loadValue(u, s, at, self, cache, name);
    return true;
  }
  guardClass(u, s, at, self, cache.cls, cache.kind !== SLOT);
  const own = u.temp(`${self.ref}${property(cache.key)}`);
  if (cache.kind === METHOD) {
    u.guard(s, at.pc, `${own} !== undefined`);
    result(s, 1, anyValue(u.temp(`new $R.Method(${u.constant(method)}, ${self.ref})`)));
    return true;
  }
  s.stack.pop();
  if (cache.kind === OWN || cache.kind === SLOT) {
    s.stack.push(self);
    u.guard(s, at.pc, `${own} === undefined`);
    s.stack.pop();
    s.stack.push(NULL, anyValue(own));
    return true;
  }
  s.stack.push(self);
  u.guard(s, at.pc, `${own} !== undefined`);
  s.stack.pop();
  const value = typeof method === "object" ? make("any", u.constant(method), { known: method }) : u.known(method);
  s.stack.push(NULL, value);
  return true;
}

/** A property is a call of its getter; static and class methods are constants for a call. */
function loadDescriptor(u: Unit, s: State, at: Instruction, self: Abstract, cache: AttributeCache): boolean {
  const forCall = (at.arg & 1) !== 0;
  const found = cache.value;
  const classes = validCaches(cache);
  if (classes.some((each) => each.value !== found)) return false;
  if (found instanceof PyProperty) {
    // With `__getattr__` an AttributeError of the getter is not the end.
    if (classes.some(({ cls }) => cls.slots.__getattribute__ !== genericLookup)) return false;
    const { fget } = found;
    if (typeof fget !== "object" || fget.cls !== FUNCTION) return false;
    const getter = fget as PyFunction;
    const entry = getter.code.plainArguments === 1 ? entryOf(getter) : undefined;
    if (entry === undefined) return false;
    u.guard(s, at.pc, `!(${classes.map((each) => isInstanceText(u, self, each.cls, true)).join(" || ")})`);
    const name = u.constant(getter);
    const other = `${u.constant(found)}.fget !== ${name} || ${name}.code !== ${u.constant(getter.code)}`;
    const inPlace = inlined(u, s, at, getter, [self], other);
    if (inPlace === undefined) u.guard(s, at.pc, other);
    s.stack.pop();
    if (forCall) s.stack.push(NULL);
    s.stack.push(inPlace ?? callEntry(u, s, at, entry, name, [self.ref], 0));
    return true;
  }
  if (!forCall || !(found instanceof PyStaticMethod || found instanceof PyClassMethod)) return false;
  const { callable } = found;
  if (typeof callable !== "object" || callable.cls !== FUNCTION) return false;
  u.guard(s, at.pc, `!(${classes.map((each) => isInstanceText(u, self, each.cls)).join(" || ")})`);
  u.guard(
    s,
    at.pc,
    `${self.ref}${property(cache.key)} !== undefined || ${u.constant(found)}.callable !== ${u.constant(callable)}`,
  );
  s.stack.pop();
  if (classes.length === 1) pushForCall(u, s, found, callable, u.constant(cache.cls), cache.cls);
  else pushForCall(u, s, found, callable, u.temp(`${self.ref}.cls`));
  return true;
}

function pushForCall(
  u: Unit,
  s: State,
  found: PyStaticMethod | PyClassMethod,
  callable: Value,
  cls: string,
  known?: PyType,
): void {
  const func = make("any", u.constant(callable), { known: callable });
  if (found instanceof PyStaticMethod) s.stack.push(NULL, func);
  else s.stack.push(func, make("any", cls, { known }));
}

/** Has `type` a data descriptor of that name, which comes before what is in the class? */
function isDataOfType(name: string): boolean {
  const found = lookupInType(TYPE, name);
  return found !== undefined && isDataDescriptor(found);
}

function isDataDescriptor(value: Value): boolean {
  const { __set__, __delete__ } = typeOf(value).slots;
  return __set__ !== undefined || __delete__ !== undefined;
}

/** An attribute of a class that is a constant here. */
function loadFromClass(u: Unit, s: State, at: Instruction, self: Abstract, name: string): boolean {
  const cls = self.known;
  if (!(cls instanceof PyType) || cls.cls !== TYPE || !cls.traits.heap || isDataOfType(name)) return false;
  const found = lookupInType(cls, name);
  if (found === undefined) return false;
  const forCall = (at.arg & 1) !== 0;
  const holder = u.constant(cls);
  if (found instanceof PyStaticMethod || found instanceof PyClassMethod) {
    const { callable } = found;
    if (!forCall || typeOf(found).traits.heap || typeof callable !== "object" || callable.cls !== FUNCTION)
      return false;
    u.guard(
      s,
      at.pc,
      `${holder}.version !== ${cls.version} || ${u.constant(found)}.callable !== ${u.constant(callable)}`,
    );
    s.stack.pop();
    pushForCall(u, s, found, callable, u.constant(cls), cls);
    return true;
  }
  if (typeOf(found) !== FUNCTION && typeOf(found).slots.__get__ !== undefined) return false;
  u.guard(s, at.pc, `${holder}.version !== ${cls.version}`);
  s.stack.pop();
  if (forCall) s.stack.push(NULL);
  s.stack.push(constantValue(u, found));
  return true;
}

/** An attribute of a module that is a constant here. */
function loadFromModule(u: Unit, s: State, at: Instruction, self: Abstract, name: string): boolean {
  const module = self.known;
  if (typeof module !== "object" || module.cls !== MODULE || lookupInType(MODULE, name) !== undefined) return false;
  const value = entryValue(u, s, at, (module as PyModule).dict, name);
  if (value === undefined) return false;
  s.stack.pop();
  if ((at.arg & 1) !== 0) s.stack.push(NULL);
  s.stack.push(value);
  return true;
}

export const ATTRIBUTES: Record<string, Handler> = {
  LOAD_ATTR: (u, s, at) => {
    const self = top(s);
    const name = u.code.names[at.arg >> 1];
    const cache = u.code.caches[at.pc];
    if (u.assume.speculate) {
      if (cache instanceof AttributeCache && loadCached(u, s, at, self, cache, name)) return undefined;
      if (loadFromModule(u, s, at, self, name) || loadFromClass(u, s, at, self, name)) return undefined;
    }
    if ((at.arg & 1) !== 0) return generic(u, s, at);
    const slot = u.slot();
    u.line(`${slot} = $R.attribute(${u.box(s, self)}, ${JSON.stringify(name)});`);
    fallback(u, s, at, slot);
    result(s, 1, anyValue(slot));
    return undefined;
  },
  STORE_ATTR: (u, s, at) => {
    const self = top(s);
    const cache = u.code.caches[at.pc];
    const isKnown = cache instanceof StoreCache && cache.version === cache.cls.version;
    if (!u.assume.speculate || !isKnown || self.kind !== "any" || self.known !== undefined) return generic(u, s, at);
    const value = u.box(s, top(s, 2));
    const key = property(cache.key);
    const isSlot = cache.key.startsWith("_");
    const text = isSlot
      ? "false"
      : `$R.storeAttribute(${self.ref}, ${JSON.stringify(u.code.names[at.arg])}, ${JSON.stringify(cache.key)}, ${value})`;
    const isDone = u.slot();
    u.line(
      `if (${isInstanceText(u, self, cache.cls, isSlot)}) ${self.ref}${key} = ${value}; else ${isDone} = ${text};`,
    );
    fallback(u, s, at, "", `${isDone} === false`);
    s.stack.length -= 2;
    return undefined;
  },
  LOAD_SUPER_ATTR: (u, s, at) => {
    const [super_, cls, self] = [top(s, 3), top(s, 2), top(s)];
    if ((at.arg & 1) === 0 || super_.known !== SUPER || self.kind !== "any") return generic(u, s, at);
    const name = JSON.stringify(u.code.names[at.arg >> 2]);
    const site = u.emitting ? u.constant(new SuperSite()) : "";
    const method = u.temp(`$R.superMethod(${site}, ${u.box(s, cls)}, ${self.ref}, ${name})`);
    u.guard(s, at.pc, `${method} === undefined`);
    s.stack.length -= 3;
    s.stack.push(make("any", method, { isMethod: true }), self);
    return undefined;
  },
};
