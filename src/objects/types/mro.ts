/**
 * Method resolution order: C3 linearisation (CPython Objects/typeobject.c: mro_implementation, pmerge).
 */
import type { PyType } from "../kernel/object.ts";
import { typeError } from "../kernel/raise.ts";

/** Classes whose first order is being made, by an mro() in Python perhaps: they are alone in it so far. */
export const withoutMro = new WeakSet<PyType>();

/** The MRO of a class with these bases. TypeError if no consistent order exists. */
export function computeMro(cls: PyType, bases: readonly PyType[]): PyType[] {
  for (const base of bases) {
    if (withoutMro.has(base)) throw typeError(`Cannot extend an incomplete type '${base.name}'`);
  }
  for (let i = 0; i < bases.length; i++) {
    if (bases.indexOf(bases[i]) !== i) throw typeError(`duplicate base class ${bases[i].name}`);
  }
  const sequences = [...bases.map((base) => base.mro.slice()), [...bases]];
  const result: PyType[] = [cls];
  for (;;) {
    const remaining = sequences.filter((sequence) => sequence.length > 0);
    if (remaining.length === 0) return result;
    const head = remaining
      .map((sequence) => sequence[0])
      .find((candidate) => !remaining.some((sequence) => sequence.indexOf(candidate) > 0));
    if (head === undefined) throw inconsistent(remaining);
    result.push(head);
    for (const sequence of remaining) if (sequence[0] === head) sequence.shift();
  }
}

function inconsistent(remaining: PyType[][]): unknown {
  const names = [...new Set(remaining.map((sequence) => sequence[0].name))];
  return typeError(`Cannot create a consistent method resolution\norder (MRO) for bases ${names.join(", ")}`);
}
