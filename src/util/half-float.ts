/** IEEE half precision numbers, the struct format "e" (CPython Objects/floatobject.c: PyFloat_Pack2, PyFloat_Unpack2). */

export function halfToDouble(half: number): number {
  const exponent = (half >> 10) & 31;
  const fraction = half & 1023;
  const sign = half & 0x8000 ? -1 : 1;
  if (exponent === 31) return fraction === 0 ? sign * Number.POSITIVE_INFINITY : Number.NaN;
  return exponent === 0 ? sign * fraction * 2 ** -24 : sign * (1024 + fraction) * 2 ** (exponent - 25);
}

/** Rounded half to even; undefined if a finite number is too large. */
export function doubleToHalf(value: number): number | undefined {
  const sign = value < 0 || Object.is(value, -0) ? 0x8000 : 0;
  const size = Math.abs(value);
  if (Number.isNaN(size)) return sign | 0x7e00;
  if (size === Number.POSITIVE_INFINITY) return sign | 0x7c00;
  let exponent = -14;
  while (exponent < 16 && size >= 2 ** (exponent + 1)) exponent++;
  const scaled = size * 2 ** (10 - exponent);
  let fraction = Math.floor(scaled);
  const rest = scaled - fraction;
  if (rest > 0.5 || (rest === 0.5 && fraction % 2 === 1)) fraction++;
  // A fraction below 1024 is subnormal; one of 2048 carries into the exponent by itself.
  const bits = fraction < 1024 ? fraction : (exponent + 14) * 1024 + fraction;
  return bits >= 0x7c00 ? undefined : sign | bits;
}
