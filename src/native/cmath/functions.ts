/**
 * The functions of cmath, by Kahan's formulas as CPython's Modules/cmathmodule.c arranges them: which of two equal
 * formulas is used, and where numbers are scaled, decides the last bits.
 */
import { overflowError, type PyError, valueError } from "../../objects/kernel/raise.ts";
import { copySign, isNegative, ldexp } from "../../util/float-bits.ts";
import * as libm from "../../util/libm.ts";
import { type Complex, type SpecialFunction, specialValue } from "./special.ts";

export const domainError = (): PyError => valueError("math domain error");
export const rangeError = (): PyError => overflowError("math range error");

const LARGE = Number.MAX_VALUE / 4;
const SQRT_LARGE = Math.sqrt(LARGE);
const LOG_LARGE = libm.log(LARGE);
const SMALLEST_NORMAL = 2 ** -1022;
const SQRT_SMALLEST = Math.sqrt(SMALLEST_NORMAL);
const MANTISSA_BITS = 53;
const LN2 = Math.LN2;

const hypot2 = (x: number, y: number): number => libm.hypot([x, y]);
const isLarge = (x: number, y: number): boolean => Math.abs(x) > LARGE || Math.abs(y) > LARGE;
const swap = ([real, imag]: Complex): Complex => [imag, -real];

/** Run `compute` unless this is a special case. */
function guarded(name: SpecialFunction, real: number, imag: number, compute: () => Complex): Complex {
  const special = specialValue(name, real, imag);
  if (special === "error") throw domainError();
  return special ?? compute();
}

/** Finite arguments must not give infinite results. */
function checkRange(result: Complex): Complex {
  if (Math.abs(result[0]) === Infinity || Math.abs(result[1]) === Infinity) throw rangeError();
  return result;
}

export function sqrt(real: number, imag: number): Complex {
  return guarded("sqrt", real, imag, () => {
    if (real === 0 && imag === 0) return [0, imag];
    let x = Math.abs(real);
    const y = Math.abs(imag);
    let root: number;
    if (x < SMALLEST_NORMAL && y < SMALLEST_NORMAL && (x > 0 || y > 0)) {
      x = ldexp(x, MANTISSA_BITS);
      root = ldexp(Math.sqrt(x + hypot2(x, ldexp(y, MANTISSA_BITS))), -27);
    } else {
      x /= 8;
      root = 2 * Math.sqrt(x + hypot2(x, y / 8));
    }
    const other = y / (2 * root);
    return real >= 0 ? [root, copySign(other, imag)] : [other, copySign(root, imag)];
  });
}

/** log|z| + 2 ln 2 of z / 2, for arguments whose size would overflow. */
const scaledLog = (real: number, imag: number): number => libm.log(hypot2(real / 2, imag / 2)) + 2 * LN2;

export function acos(real: number, imag: number): Complex {
  return guarded("acos", real, imag, () => {
    if (isLarge(real, imag)) {
      const size = scaledLog(real, imag);
      return [libm.atan2(Math.abs(imag), real), real < 0 ? -copySign(size, imag) : copySign(size, -imag)];
    }
    const a = sqrt(1 - real, -imag);
    const b = sqrt(1 + real, imag);
    return [2 * libm.atan2(a[0], b[0]), libm.asinh(b[0] * a[1] - b[1] * a[0])];
  });
}

export function acosh(real: number, imag: number): Complex {
  return guarded("acosh", real, imag, () => {
    if (isLarge(real, imag)) return [scaledLog(real, imag), libm.atan2(imag, real)];
    const a = sqrt(real - 1, imag);
    const b = sqrt(real + 1, imag);
    return [libm.asinh(a[0] * b[0] + a[1] * b[1]), 2 * libm.atan2(a[1], b[0])];
  });
}

export function asinh(real: number, imag: number): Complex {
  return guarded("asinh", real, imag, () => {
    if (isLarge(real, imag)) {
      const size = scaledLog(real, imag);
      return [imag >= 0 ? copySign(size, real) : -copySign(size, -real), libm.atan2(imag, Math.abs(real))];
    }
    const a = sqrt(1 + imag, -real);
    const b = sqrt(1 - imag, real);
    return [libm.asinh(a[0] * b[1] - b[0] * a[1]), libm.atan2(imag, a[0] * b[0] - a[1] * b[1])];
  });
}

export const asin = (real: number, imag: number): Complex => swap(asinh(-imag, real));

export function atanh(real: number, imag: number): Complex {
  return guarded("atanh", real, imag, () => {
    if (isNegative(real)) {
      const [x, y] = atanh(-real, -imag);
      return [-x, -y];
    }
    const y = Math.abs(imag);
    if (real > SQRT_LARGE || y > SQRT_LARGE) {
      const size = hypot2(real / 2, imag / 2);
      return [real / 4 / size / size, -copySign(Math.PI / 2, -imag)];
    }
    if (real === 1 && y < SQRT_SMALLEST) {
      if (y === 0) throw domainError();
      return [-libm.log(Math.sqrt(y) / Math.sqrt(hypot2(y, 2))), copySign(libm.atan2(2, -y) / 2, imag)];
    }
    return [
      libm.log1p((4 * real) / ((1 - real) * (1 - real) + y * y)) / 4,
      -libm.atan2(-2 * imag, (1 - real) * (1 + real) - y * y) / 2,
    ];
  });
}

export const atan = (real: number, imag: number): Complex => swap(atanh(-imag, real));

/** An infinite (or, for exp of -inf, zero) size in the direction of a finite angle. */
function infiniteBySigns(size: number, angle: number): Complex {
  return [copySign(size, libm.cos(angle)), copySign(size, libm.sin(angle))];
}

export function cosh(real: number, imag: number): Complex {
  return guarded("cosh", real, imag, () => {
    if (!Number.isFinite(real)) {
      const [x, y] = infiniteBySigns(Infinity, imag);
      return [x, real > 0 ? y : -y];
    }
    const beyond = Math.abs(real) > LOG_LARGE;
    const x = beyond ? real - copySign(1, real) : real;
    const scale = beyond ? Math.E : 1;
    return checkRange([libm.cos(imag) * libm.cosh(x) * scale, libm.sin(imag) * libm.sinh(x) * scale]);
  });
}

export const cos = (real: number, imag: number): Complex => cosh(-imag, real);

export function sinh(real: number, imag: number): Complex {
  return guarded("sinh", real, imag, () => {
    if (!Number.isFinite(real)) {
      const [x, y] = infiniteBySigns(Infinity, imag);
      return [real > 0 ? x : -x, y];
    }
    const beyond = Math.abs(real) > LOG_LARGE;
    const x = beyond ? real - copySign(1, real) : real;
    const scale = beyond ? Math.E : 1;
    return checkRange([libm.cos(imag) * libm.sinh(x) * scale, libm.sin(imag) * libm.cosh(x) * scale]);
  });
}

export const sin = (real: number, imag: number): Complex => swap(sinh(-imag, real));

export function tanh(real: number, imag: number): Complex {
  return guarded("tanh", real, imag, () => {
    if (!Number.isFinite(real)) {
      return [copySign(1, real), copySign(0, 2 * libm.sin(imag) * libm.cos(imag))];
    }
    if (Math.abs(real) > LOG_LARGE) {
      return [copySign(1, real), 4 * libm.sin(imag) * libm.cos(imag) * libm.exp(-2 * Math.abs(real))];
    }
    const tx = libm.tanh(real);
    const ty = libm.tan(imag);
    const cx = 1 / libm.cosh(real);
    const product = tx * ty;
    const denominator = 1 + product * product;
    return [(tx * (1 + ty * ty)) / denominator, (ty / denominator) * cx * cx];
  });
}

export const tan = (real: number, imag: number): Complex => swap(tanh(-imag, real));

export function exp(real: number, imag: number): Complex {
  return guarded("exp", real, imag, () => {
    if (!Number.isFinite(real)) return infiniteBySigns(real > 0 ? Infinity : 0, imag);
    const beyond = real > LOG_LARGE;
    const size = libm.exp(beyond ? real - 1 : real);
    const scale = beyond ? Math.E : 1;
    return checkRange([size * libm.cos(imag) * scale, size * libm.sin(imag) * scale]);
  });
}

export function log(real: number, imag: number): Complex {
  return guarded("log", real, imag, () => {
    const x = Math.abs(real);
    const y = Math.abs(imag);
    const angle = libm.atan2(imag, real);
    if (x > LARGE || y > LARGE) return [libm.log(hypot2(x / 2, y / 2)) + LN2, angle];
    if (x < SMALLEST_NORMAL && y < SMALLEST_NORMAL) {
      if (x === 0 && y === 0) throw domainError();
      const size = libm.log(hypot2(ldexp(x, MANTISSA_BITS), ldexp(y, MANTISSA_BITS)));
      return [size - MANTISSA_BITS * LN2, angle];
    }
    const size = hypot2(x, y);
    if (size < 0.71 || size > 1.73) return [libm.log(size), angle];
    const larger = Math.max(x, y);
    const smaller = Math.min(x, y);
    return [libm.log1p((larger - 1) * (larger + 1) + smaller * smaller) / 2, angle];
  });
}

export function log10(real: number, imag: number): Complex {
  const [x, y] = log(real, imag);
  return [x / Math.LN10, y / Math.LN10];
}

export function rect(size: number, angle: number): Complex {
  return guarded("rect", size, angle, () => {
    if (!Number.isFinite(size)) {
      const [x, y] = infiniteBySigns(Infinity, angle);
      return size > 0 ? [x, y] : [-x, -y];
    }
    if (angle === 0) return [size, size * angle];
    return [size * libm.cos(angle), size * libm.sin(angle)];
  });
}
