/**
 * JavaScript functions in a table of WebAssembly functions, for C code that wants function pointers.
 *
 * A table takes WebAssembly functions only: a module of nothing but imports, each exported again, makes them of ours.
 */

/** A function and its C types: the result (v is none) and then the parameters; i and pointers are 32 bits, j 64, d a double. */
export type Trampoline = readonly [types: string, run: (...args: never[]) => unknown];

const TYPE_CODES: Readonly<Record<string, number>> = { i: 0x7f, j: 0x7e, d: 0x7c };
const FUNCTION_TYPE = 0x60;
const FUNCTION_KIND = 0;
const HEADER = [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0];
const SECTIONS = { types: 1, imports: 2, exports: 7 };

/** An unsigned number as LEB128. */
function number(value: number): number[] {
  const low = value & 0x7f;
  return value < 0x80 ? [low] : [low | 0x80, ...number(value >>> 7)];
}

const vector = (items: readonly (readonly number[])[]): number[] => [...number(items.length), ...items.flat()];
const name = (text: string): number[] => vector(Array.from(text, (c) => [c.charCodeAt(0)]));

function section(id: number, items: readonly (readonly number[])[]): number[] {
  const content = vector(items);
  return [id, ...number(content.length), ...content];
}

function functionType(types: string): number[] {
  const codes = (text: string): number[][] => Array.from(text, (c) => [TYPE_CODES[c]]);
  return [FUNCTION_TYPE, ...vector(codes(types.slice(1))), ...vector(types[0] === "v" ? [] : codes(types[0]))];
}

/** Put the functions at the end of the table; their places by name. */
export function addTrampolines<Name extends string>(
  table: WebAssembly.Table,
  functions: Readonly<Record<Name, Trampoline>>,
): Record<Name, number> {
  const names = Object.keys(functions) as Name[];
  const bytes = [
    ...HEADER,
    ...section(
      SECTIONS.types,
      names.map((key) => functionType(functions[key][0])),
    ),
    ...section(
      SECTIONS.imports,
      names.map((key, index) => [...name("f"), ...name(key), FUNCTION_KIND, ...number(index)]),
    ),
    ...section(
      SECTIONS.exports,
      names.map((key, index) => [...name(key), FUNCTION_KIND, ...number(index)]),
    ),
  ];
  const imports = Object.fromEntries(names.map((key) => [key, functions[key][1]]));
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(Uint8Array.from(bytes)), {
    f: imports as WebAssembly.ModuleImports,
  });
  const first = table.grow(names.length);
  names.forEach((key, index) => {
    table.set(first + index, exports[key]);
  });
  return Object.fromEntries(names.map((key, index) => [key, first + index])) as Record<Name, number>;
}
