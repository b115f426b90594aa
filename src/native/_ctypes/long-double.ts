/**
 * `long double` of x86: 80 bits in 16 bytes, of which Python sees the nearest double (CPython Modules/_ctypes/cfield.c: g_set).
 *
 * A sign, 15 bits of exponent, and 64 of significand whose first bit is written out.
 */
const EXPONENT_BIAS = 16383;
const DOUBLE_BIAS = 1023;
const MOST_EXPONENT = 0x7fff;
const LEADING_BIT = 1n << 63n;

/** Every double has such a form, exactly. */
export function extendedFromDouble(value: number): Uint8Array {
  const bytes = new Uint8Array(16);
  const view = new DataView(bytes.buffer);
  view.setFloat64(0, value, true);
  const bits = view.getBigUint64(0, true);
  const sign = Number(bits >> 63n) << 15;
  const exponent = Number((bits >> 52n) & 0x7ffn);
  let fraction = (bits & 0xfffffffffffffn) << 11n;
  let wide = 0;
  if (exponent === 0x7ff) {
    wide = MOST_EXPONENT;
    fraction |= LEADING_BIT;
  } else if (exponent !== 0) {
    wide = exponent - DOUBLE_BIAS + EXPONENT_BIAS;
    fraction |= LEADING_BIT;
  } else if (fraction !== 0n) {
    // What is subnormal as a double is not here.
    wide = 1 - DOUBLE_BIAS + EXPONENT_BIAS;
    while ((fraction & LEADING_BIT) === 0n) {
      fraction <<= 1n;
      wide--;
    }
  }
  view.setBigUint64(0, fraction, true);
  view.setUint16(8, sign | wide, true);
  return bytes;
}

export function doubleFromExtended(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const fraction = view.getBigUint64(0, true);
  const head = view.getUint16(8, true);
  const sign = head & 0x8000 ? -1 : 1;
  const exponent = head & MOST_EXPONENT;
  if (exponent === MOST_EXPONENT)
    return BigInt.asUintN(63, fraction) === 0n ? sign * Number.POSITIVE_INFINITY : Number.NaN;
  // 63 bits behind the point. Only what is subnormal as a double is rounded a second time, by the scaling.
  const power = exponent - EXPONENT_BIAS - 63;
  return sign * scale(Number(fraction), power);
}

/** `value * 2 ** power`, in steps that neither overflow nor vanish before the end. */
function scale(value: number, power: number): number {
  let result = value;
  let rest = power;
  for (; rest > 1000; rest -= 1000) result *= 2 ** 1000;
  for (; rest < -1000 && result !== 0; rest += 1000) result *= 2 ** -1000;
  return result * 2 ** Math.max(rest, -1000);
}
