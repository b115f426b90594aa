/**
 * Private names: `__x` in class `C` is the variable `_C__x` (CPython: `_Py_Mangle` in Python/symtable.c).
 *
 * Trap: a name with a dot is a module path of an import and stays as it is.
 */

export function mangle(privateName: string | null, name: string): string {
  if (privateName === null || !name.startsWith("__")) return name;
  if (name.endsWith("__") || name.includes(".")) return name;
  const bare = privateName.replace(/^_+/, "");
  return bare === "" ? name : `_${bare}${name}`;
}
