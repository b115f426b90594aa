/**
 * Python values that are held by variables of TypeScript modules: the tables and registers of builtin modules. They
 * are roots of the heap beside the threads (vm/heap/), so each such module says what it holds.
 *
 * Trap: a value that only such a variable holds, and that is not said here, is taken for dead.
 */
const sources: (() => unknown)[] = [];

/** `source` gives what is held, in arrays, maps and objects as it lies. */
export function addRoot(source: () => unknown): void {
  sources.push(source);
}

export function rootValues(): unknown[] {
  return sources.map((source) => source());
}
