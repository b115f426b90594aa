/**
 * Second pass of the symbol table: decides for every name of every block whether it is local, a cell, free,
 * or global (CPython: `analyze_block` and its helpers in Python/symtable.c).
 *
 * A block is given the names bound around it; its free names go up until a block binds them, where they become
 * cells. List, set and dict comprehensions are then merged into their block (PEP 709).
 *
 * Trap: names bound in a class body are not visible in its methods, except in the annotation scopes of PEP 695,
 * which look into the class namespace first.
 */
import { bug } from "../../util/assert.ts";
import { recursionProblem, syntaxProblem, unplacedSyntaxProblem } from "../problems.ts";
import { RECURSION_LIMIT } from "./collector.ts";
import {
  CELL,
  CLASS_BLOCK,
  DEF_BOUND,
  DEF_COMP_CELL,
  DEF_FREE_CLASS,
  DEF_GLOBAL,
  DEF_NONLOCAL,
  DEF_PARAM,
  DEF_TYPE_PARAM,
  FREE,
  GLOBAL_EXPLICIT,
  GLOBAL_IMPLICIT,
  LOCAL,
  SCOPE_OFFSET,
  type Scope,
  type SymbolTable,
  scopeOfFlags,
} from "./scopes.ts";

/** What a block sees of the blocks around it. */
interface Surroundings {
  /** Names bound in enclosing functions; null at module level. */
  readonly bound: Set<string> | null;
  readonly globals: Set<string>;
  readonly typeParameters: Set<string>;
  /** The class whose namespace is visible (PEP 695). */
  readonly visibleClass: Scope | null;
}

export function analyze(table: SymbolTable): void {
  const surroundings = {
    bound: null,
    globals: new Set<string>(),
    typeParameters: new Set<string>(),
    visibleClass: null,
  };
  analyzeBlock(table.top, surroundings, 0);
}

function directiveProblem(scope: Scope, name: string, message: string): Error {
  const directive = scope.directives.find((candidate) => candidate.name === name);
  return directive === undefined ? unplacedSyntaxProblem(message) : syntaxProblem(message, directive.position);
}

/** Returns the names which the block, or one inside it, uses and leaves to be bound around it. */
function analyzeBlock(scope: Scope, around: Surroundings, depth: number): Set<string> {
  if (depth > RECURSION_LIMIT) throw recursionProblem();
  const scopes = new Map<string, number>();
  const local = new Set<string>();
  const ownFree = new Set<string>();
  const newBound = new Set<string>();
  const newGlobals = new Set<string>();
  const isClass = scope.type === CLASS_BLOCK;
  if (isClass) {
    addAll(newGlobals, around.globals);
    if (around.bound !== null) addAll(newBound, around.bound);
  }
  for (const [name, flags] of scope.symbols) {
    scopes.set(name, analyzeName(scope, name, flags, around, local, ownFree));
  }
  if (isClass) {
    newBound.add("__class__");
    newBound.add("__classdict__");
  } else {
    if (scope.isFunctionLike) addAll(newBound, local);
    if (around.bound !== null) addAll(newBound, around.bound);
    addAll(newGlobals, around.globals);
  }

  const free = new Set<string>();
  const inlinedCells = new Set<string>();
  for (const child of scope.children) {
    const childFree = analyzeChild(scope, child, newBound, newGlobals, around, depth);
    if (child.comprehension !== null && !child.generator) {
      inlineComprehension(scope, child, scopes, childFree, inlinedCells);
    }
    addAll(free, childFree);
    if (child.hasFree || child.hasChildFree) scope.hasChildFree = true;
  }
  scope.children = scope.children.flatMap((child) => (child.comprehensionInlined ? child.children : [child]));

  if (scope.isFunctionLike) turnIntoCells(scopes, free, inlinedCells);
  else if (isClass) dropImplicitCells(scope, free);
  recordScopes(scope, scopes, around.bound, free, inlinedCells);
  addAll(free, ownFree);
  return free;
}

function analyzeChild(
  scope: Scope,
  child: Scope,
  bound: Set<string>,
  globals: Set<string>,
  around: Surroundings,
  depth: number,
): Set<string> {
  let visibleClass: Scope | null = null;
  if (child.canSeeClassScope) visibleClass = scope.type === CLASS_BLOCK ? scope : around.visibleClass;
  // Copies: what a child declares must not be seen by its siblings.
  const inside = {
    bound: new Set(bound),
    globals: new Set(globals),
    typeParameters: new Set(around.typeParameters),
    visibleClass,
  };
  return analyzeBlock(child, inside, depth + 1);
}

function analyzeName(
  scope: Scope,
  name: string,
  flags: number,
  around: Surroundings,
  local: Set<string>,
  free: Set<string>,
): number {
  const { bound, globals, typeParameters, visibleClass } = around;
  if (flags & DEF_GLOBAL) {
    if (flags & DEF_NONLOCAL) throw directiveProblem(scope, name, `name '${name}' is nonlocal and global`);
    globals.add(name);
    bound?.delete(name);
    return GLOBAL_EXPLICIT;
  }
  if (flags & DEF_NONLOCAL) {
    checkNonlocal(scope, name, around);
    scope.hasFree = true;
    free.add(name);
    return FREE;
  }
  if (flags & DEF_BOUND) {
    local.add(name);
    globals.delete(name);
    if (flags & DEF_TYPE_PARAM) typeParameters.add(name);
    else typeParameters.delete(name);
    return LOCAL;
  }
  // The class namespace hides a function's variable of the same name from the annotation scopes in the class.
  if (visibleClass !== null) {
    const classFlags = visibleClass.flagsOf(name);
    if (classFlags & DEF_GLOBAL) return GLOBAL_EXPLICIT;
    if (classFlags & DEF_BOUND && !(classFlags & DEF_NONLOCAL)) return GLOBAL_IMPLICIT;
  }
  if (bound?.has(name)) {
    scope.hasFree = true;
    free.add(name);
    return FREE;
  }
  if (!globals.has(name) && scope.nested) scope.hasFree = true;
  return GLOBAL_IMPLICIT;
}

function checkNonlocal(scope: Scope, name: string, around: Surroundings): void {
  if (around.bound === null) {
    throw directiveProblem(scope, name, "nonlocal declaration not allowed at module level");
  }
  if (!around.bound.has(name)) throw directiveProblem(scope, name, `no binding for nonlocal '${name}' found`);
  if (around.typeParameters.has(name)) {
    throw directiveProblem(scope, name, `nonlocal binding not allowed for type parameter '${name}'`);
  }
}

function isFreeInChild(scope: Scope, name: string): boolean {
  return scope.children.some((child) => child.scopeOf(name) === FREE);
}

/** Moves the names of a comprehension, which has been analysed, into the block that it becomes part of. */
function inlineComprehension(
  scope: Scope,
  comprehension: Scope,
  scopes: Map<string, number>,
  comprehensionFree: Set<string>,
  inlinedCells: Set<string>,
): void {
  for (const [name, flags] of comprehension.symbols) {
    if (flags & DEF_PARAM) continue;
    let resolved = scopeOfFlags(flags);
    const onlyFlags = flags & ((1 << SCOPE_OFFSET) - 1);
    if (resolved === CELL || onlyFlags & DEF_COMP_CELL) inlinedCells.add(name);
    // In a class body `__class__` is not the cell of that class, except in methods.
    if (resolved === FREE && scope.type === CLASS_BLOCK && name === "__class__") {
      resolved = GLOBAL_IMPLICIT;
      comprehensionFree.delete(name);
    }
    const existing = scope.symbols.get(name);
    if (existing === undefined) {
      scope.symbols.set(name, onlyFlags);
      scopes.set(name, resolved);
    } else if (existing & DEF_BOUND && scope.type !== CLASS_BLOCK && !isFreeInChild(comprehension, name)) {
      comprehensionFree.delete(name);
    }
  }
  if (scope.type === CLASS_BLOCK && comprehension.scopeOf("__class__") === FREE) {
    comprehension.symbols.delete("__class__");
  }
  comprehension.comprehensionInlined = true;
}

function turnIntoCells(scopes: Map<string, number>, free: Set<string>, inlinedCells: Set<string>): void {
  for (const [name, resolved] of scopes) {
    if (resolved !== LOCAL || (!free.has(name) && !inlinedCells.has(name))) continue;
    scopes.set(name, CELL);
    free.delete(name);
  }
}

function dropImplicitCells(scope: Scope, free: Set<string>): void {
  if (free.delete("__class__")) scope.needsClassClosure = true;
  if (free.delete("__classdict__")) scope.needsClassDict = true;
}

function recordScopes(
  scope: Scope,
  scopes: Map<string, number>,
  bound: Set<string> | null,
  free: Set<string>,
  inlinedCells: Set<string>,
): void {
  for (const [name, flags] of scope.symbols) {
    const resolved = scopes.get(name) ?? bug(`name ${name} was not analysed`);
    const cell = inlinedCells.has(name) ? DEF_COMP_CELL : 0;
    scope.symbols.set(name, flags | cell | (resolved << SCOPE_OFFSET));
  }
  const seesClass = scope.type === CLASS_BLOCK || scope.canSeeClassScope;
  for (const name of free) {
    const flags = scope.symbols.get(name);
    if (flags !== undefined) {
      if (seesClass) scope.symbols.set(name, flags | DEF_FREE_CLASS);
    } else if (bound === null || bound.has(name)) {
      scope.symbols.set(name, FREE << SCOPE_OFFSET);
    }
  }
}

function addAll(target: Set<string>, names: Set<string>): void {
  for (const name of names) target.add(name);
}
