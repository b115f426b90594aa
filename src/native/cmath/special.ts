/**
 * What the functions of cmath give where a part of the argument is infinite or NaN (C99 Annex G; CPython
 * Modules/cmathmodule.c).
 *
 * One row for each kind of real part, one entry for each kind of imaginary part, both in the order -inf, negative, -0,
 * 0, positive, inf, NaN. Parts: I infinity, N NaN, P pi, H pi/2, Q pi/4, T 3pi/4; E is a domain error and "." is no
 * special case. The entries of exp, cosh, sinh, tanh and rect for an infinite real and a finite imaginary part that is
 * not 0 stand for their signs only, see `infiniteBySigns`.
 */
import { isNegative } from "../../util/float-bits.ts";

export type Complex = readonly [real: number, imag: number];

const TABLES = {
  acos: `
    T,I P,I P,I P,-I P,-I T,-I N,I
    H,I . . . . H,-I N,N
    H,I . . . . H,-I H,N
    H,I . . . . H,-I H,N
    H,I . . . . H,-I N,N
    Q,I 0,I 0,I 0,-I 0,-I Q,-I N,I
    N,I N,N N,N N,N N,N N,-I N,N`,
  acosh: `
    I,-T I,-P I,-P I,P I,P I,T I,N
    I,-H . . . . I,H N,N
    I,-H . . . . I,H N,N
    I,-H . . . . I,H N,N
    I,-H . . . . I,H N,N
    I,-Q I,-0 I,-0 I,0 I,0 I,Q I,N
    I,N N,N N,N N,N N,N I,N N,N`,
  asinh: `
    -I,-Q -I,-0 -I,-0 -I,0 -I,0 -I,Q -I,N
    -I,-H . . . . -I,H N,N
    -I,-H . . . . -I,H N,N
    I,-H . . . . I,H N,N
    I,-H . . . . I,H N,N
    I,-Q I,-0 I,-0 I,0 I,0 I,Q I,N
    I,N N,N N,-0 N,0 N,N I,N N,N`,
  atanh: `
    -0,-H -0,-H -0,-H -0,H -0,H -0,H -0,N
    -0,-H . . . . -0,H N,N
    -0,-H . . . . -0,H -0,N
    0,-H . . . . 0,H 0,N
    0,-H . . . . 0,H N,N
    0,-H 0,-H 0,-H 0,H 0,H 0,H 0,N
    0,-H N,N N,N N,N N,N 0,H N,N`,
  cosh: `
    E . I,0 I,-0 . E I,N
    E . . . . E N,N
    E . . . . E N,0
    E . . . . E N,0
    E . . . . E N,N
    E . I,-0 I,0 . E I,N
    N,N N,N N,0 N,0 N,N N,N N,N`,
  exp: `
    0,0 . 0,-0 0,0 . 0,0 0,0
    E . . . . E N,N
    E . . . . E N,N
    E . . . . E N,N
    E . . . . E N,N
    E . I,-0 I,0 . E I,N
    N,N N,N N,-0 N,0 N,N N,N N,N`,
  log: `
    I,-T I,-P I,-P I,P I,P I,T I,N
    I,-H . . . . I,H N,N
    I,-H . . . . I,H N,N
    I,-H . . . . I,H N,N
    I,-H . . . . I,H N,N
    I,-Q I,-0 I,-0 I,0 I,0 I,Q I,N
    I,N N,N N,N N,N N,N I,N N,N`,
  sinh: `
    E . -I,-0 -I,0 . E I,N
    E . . . . E N,N
    E . . . . E 0,N
    E . . . . E 0,N
    E . . . . E N,N
    E . I,-0 I,0 . E I,N
    N,N N,N N,-0 N,0 N,N N,N N,N`,
  sqrt: `
    I,-I 0,-I 0,-I 0,I 0,I I,I N,I
    I,-I . . . . I,I N,N
    I,-I . . . . I,I N,N
    I,-I . . . . I,I N,N
    I,-I . . . . I,I N,N
    I,-I I,-0 I,-0 I,0 I,0 I,I I,N
    I,-I N,N N,N N,N N,N I,I N,N`,
  tanh: `
    -1,0 . -1,-0 -1,0 . -1,0 -1,0
    E . . . . E N,N
    E . . . . E N,N
    E . . . . E N,N
    E . . . . E N,N
    1,0 . 1,-0 1,0 . 1,0 1,0
    N,N N,N N,-0 N,0 N,N N,N N,N`,
  rect: `
    E . -I,0 -I,-0 . E I,N
    E . . . . E N,N
    0,0 . . . . 0,0 0,0
    0,0 . . . . 0,0 0,0
    E . . . . E N,N
    E . I,-0 I,0 . E I,N
    N,N N,N N,0 N,0 N,N N,N N,N`,
};

export type SpecialFunction = keyof typeof TABLES;

const PARTS: Readonly<Record<string, number>> = {
  "0": 0,
  "1": 1,
  I: Infinity,
  N: Number.NaN,
  P: Math.PI,
  H: Math.PI / 2,
  Q: Math.PI / 4,
  T: 0.75 * Math.PI,
};

function part(text: string): number {
  return text.startsWith("-") ? -PARTS[text.slice(1)] : PARTS[text];
}

/** "error" for a domain error, undefined for no special case. */
type Entry = Complex | "error" | undefined;

function entry(text: string): Entry {
  if (text === ".") return undefined;
  if (text === "E") return "error";
  const [real, imag] = text.split(",");
  return [part(real), part(imag)];
}

const parsed = new Map<SpecialFunction, Entry[][]>();

function tableOf(name: SpecialFunction): Entry[][] {
  let table = parsed.get(name);
  if (table === undefined) {
    table = TABLES[name]
      .trim()
      .split("\n")
      .map((row) => row.trim().split(" ").map(entry));
    parsed.set(name, table);
  }
  return table;
}

function kindOf(value: number): number {
  if (Number.isNaN(value)) return 6;
  const negative = isNegative(value);
  if (!Number.isFinite(value)) return negative ? 0 : 5;
  if (value === 0) return negative ? 2 : 3;
  return negative ? 1 : 4;
}

/** The special result, if there is one: at least one part must be infinite or NaN. */
export function specialValue(name: SpecialFunction, real: number, imag: number): Entry {
  if (Number.isFinite(real) && Number.isFinite(imag)) return undefined;
  return tableOf(name)[kindOf(real)][kindOf(imag)];
}
