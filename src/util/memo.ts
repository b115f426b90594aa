/** Results that are kept for texts which come again and again, such as formats. */

/** `make`, which is called once for a text, unless more than `most` others came in between. */
export function memo<Result>(most: number, make: (text: string) => Result): (text: string) => Result {
  const known = new Map<string, Result>();
  return (text) => {
    let result = known.get(text);
    if (result === undefined) {
      result = make(text);
      if (known.size >= most) known.clear();
      known.set(text, result);
    }
    return result;
  };
}
