/**
 * Attributes by the inline caches of tier 0: the class and its version are checked, then the attribute is a JavaScript
 * property, or a constant.
 */
import { MODULE, SUPER } from "../../objects/kernel/core-types.ts";
import { lookupInType } from "../../objects/kernel/lookup.ts";
import type { PyType, Value } from "../../objects/kernel/object.ts";
import type { PyModule } from "../../objects/kernel/payload.ts";
import { AttributeCache, BUILTIN_METHOD, METHOD, OWN, StoreCache } from "../../vm/caches.ts";
import { type Abstract, anyValue, make, NULL, type State } from "../state.ts";
import type { Unit } from "../unit.ts";
import { fallback, generic, type Handler, type Instruction, result, top } from "./handler.ts";
import { entryValue } from "./variables.ts";

const property = (key: string): string => (/^\$\w+$/.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`);

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
function isInstanceText(u: Unit, self: Abstract, cls: PyType): string {
  const name = u.constant(cls);
  return `${self.ref}.cls === ${name} && ${name}.version === ${cls.version} && ${self.ref}.dict === undefined`;
}

/** An attribute that is no method: of the class that was seen directly, of others by looking. */
function loadValue(u: Unit, s: State, at: Instruction, self: Abstract, cache: AttributeCache, name: string): void {
  const own = `${self.ref}${property(cache.key)}`;
  const slot = u.slot();
  const test = isInstanceText(u, self, cache.cls);
  if (cache.kind === OWN) u.line(`${slot} = ${test} ? ${own} : $R.attribute(${self.ref}, ${JSON.stringify(name)});`);
  else {
    const value = cache.value as Value;
    const text = typeof value === "object" ? u.constant(value) : u.known(value).ref;
    u.line(`${slot} = ${test} ? ${own} ?? ${text} : $R.attribute(${self.ref}, ${JSON.stringify(name)});`);
  }
  fallback(u, s, at, slot);
  result(s, 1, anyValue(slot));
}

/** All caches of the instruction that are methods and still hold, the newest first; undefined if others are among them. */
function methodsOf(cache: AttributeCache): AttributeCache[] | undefined {
  const found: AttributeCache[] = [];
  for (let each: AttributeCache | undefined = cache; each !== undefined; each = each.previous) {
    if (each.kind !== METHOD) return undefined;
    if (each.version === each.cls.version) found.push(each);
  }
  return found;
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
  if (cache.kind === METHOD && forCall) return loadMethod(u, s, at, self, cache);
  if (!forCall && cache.kind !== METHOD) {
    loadValue(u, s, at, self, cache, name);
    return true;
  }
  guardClass(u, s, at, self, cache.cls, true);
  const own = u.temp(`${self.ref}${property(cache.key)}`);
  if (cache.kind === METHOD) {
    u.guard(s, at.pc, `${own} !== undefined`);
    result(s, 1, anyValue(u.temp(`new $R.Method(${u.constant(method)}, ${self.ref})`)));
    return true;
  }
  s.stack.pop();
  if (cache.kind === OWN) {
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
      if (loadFromModule(u, s, at, self, name)) return undefined;
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
    const text = `$R.storeAttribute(${self.ref}, ${JSON.stringify(u.code.names[at.arg])}, ${JSON.stringify(cache.key)}, ${value})`;
    const isDone = u.slot();
    u.line(`if (${isInstanceText(u, self, cache.cls)}) ${self.ref}${key} = ${value}; else ${isDone} = ${text};`);
    fallback(u, s, at, "", `${isDone} === false`);
    s.stack.length -= 2;
    return undefined;
  },
  LOAD_SUPER_ATTR: (u, s, at) => {
    const [super_, cls, self] = [top(s, 3), top(s, 2), top(s)];
    if ((at.arg & 1) === 0 || super_.known !== SUPER || self.kind !== "any") return generic(u, s, at);
    const name = JSON.stringify(u.code.names[at.arg >> 2]);
    const method = u.temp(`$R.superMethod(${u.box(s, cls)}, ${self.ref}, ${name})`);
    u.guard(s, at.pc, `${method} === undefined`);
    s.stack.length -= 3;
    s.stack.push(make("any", method, { isMethod: true }), self);
    return undefined;
  },
};
