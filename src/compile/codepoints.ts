/** The order of Python's strings, which is that of code points; JavaScript compares code units. */

export function compareCodePoints(left: string, right: string): number {
  const length = Math.min(left.length, right.length);
  for (let index = 0; index < length; index++) {
    const a = left.charCodeAt(index);
    const b = right.charCodeAt(index);
    if (a === b) continue;
    // Surrogates (D800-DFFF) stand for code points above the rest of the basic plane (E000-FFFF).
    return orderOfUnit(a) - orderOfUnit(b);
  }
  return left.length - right.length;
}

function orderOfUnit(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit;
}

/** The length of a string in code points. */
export function codePointLength(text: string): number {
  let length = text.length;
  for (let index = 0; index < text.length; index++) {
    if ((text.charCodeAt(index) & 0xfc00) === 0xd800) length--;
  }
  return length;
}
