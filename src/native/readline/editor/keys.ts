/**
 * Keys from the bytes that a terminal sends. A key is text, a name as readline's init files have it ("C-a", "M-b", "up",
 * "tab"), or a whole paste, which terminals put in brackets when they are asked to.
 *
 * Trap: an escape may be the key or the beginning of a sequence; as in readline it is taken for the beginning.
 */

export type Key =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "named"; readonly name: string }
  | { readonly kind: "paste"; readonly text: string };

/** The name of sequences that no key of ours sends. */
export const UNKNOWN = "unknown";

const ESCAPE = 0x1b;
const DELETE = 0x7f;
const PASTE_END = "\x1b[201~";

const CONTROL_NAMES: Readonly<Record<number, string>> = {
  9: "tab",
  10: "enter",
  13: "enter",
  [DELETE]: "backspace",
};

/** By the last letter of `ESC [ x` and `ESC O x`. */
const LETTERS: Readonly<Record<string, string>> = {
  A: "up",
  B: "down",
  C: "right",
  D: "left",
  F: "end",
  H: "home",
  P: "f1",
  Q: "f2",
  R: "f3",
  S: "f4",
  Z: "S-tab",
};

/** By the number of `ESC [ n ~`. */
const NUMBERS: Readonly<Record<string, string>> = {
  1: "home",
  2: "insert",
  3: "delete",
  4: "end",
  5: "pageup",
  6: "pagedown",
  7: "home",
  8: "end",
  11: "f1",
  12: "f2",
  13: "f3",
  14: "f4",
  200: "paste",
};

/** The letters of `ESC [ [ x`, which Linux's console sends. */
const CONSOLE_LETTERS: Readonly<Record<string, string>> = { A: "f1", B: "f2", C: "f3", D: "f4" };

/** The second number of `ESC [ 1 ; n x` is one more than these bits. */
const MODIFIERS: readonly (readonly [bit: number, prefix: string])[] = [
  [4, "C-"],
  [2, "M-"],
  [1, "S-"],
];

function withModifiers(name: string, parameter: string | undefined): string {
  const bits = parameter === undefined ? 0 : Number(parameter) - 1;
  return MODIFIERS.filter(([bit]) => (bits & bit) !== 0)
    .map(([, prefix]) => prefix)
    .concat(name)
    .join("");
}

/** The name of a finished `ESC [ ...` or `ESC O ...`; undefined for one that nobody uses. */
function nameOfSequence(sequence: string): string | undefined {
  const match = /^(?:\[\[([A-D])|O([A-Z])|\[([\d;]*)([A-Za-z~]))$/.exec(sequence);
  if (match === null) return undefined;
  const [, console, application, parameters = "", last = ""] = match;
  if (console !== undefined) return CONSOLE_LETTERS[console];
  if (application !== undefined) return LETTERS[application];
  const [first = "", modifier] = parameters.split(";");
  const name = last === "~" ? NUMBERS[first] : first === "" || first === "1" ? LETTERS[last] : undefined;
  return name === undefined ? undefined : withModifiers(name, modifier);
}

function nameOfByte(byte: number): string {
  return CONTROL_NAMES[byte] ?? `C-${String.fromCharCode(byte | 0x40).toLowerCase()}`;
}

/** Bytes one at a time in, keys out. */
export class KeyDecoder {
  /** What has come of `ESC ...`, without the escape. */
  private sequence: string | undefined;
  private paste: string | undefined;
  /** Bytes of a character that is not finished. */
  private character: number[] = [];
  private missing = 0;

  /** Is it in the middle of a key? */
  get isWaiting(): boolean {
    return this.sequence !== undefined || this.paste !== undefined || this.missing > 0;
  }

  /** The key that this byte ends, if it ends one. */
  push(byte: number): Key | undefined {
    if (this.missing > 0 || byte >= 0x80) {
      const text = this.pushCharacter(byte);
      return text === undefined ? undefined : this.pushText(text);
    }
    return this.pushText(String.fromCharCode(byte));
  }

  private pushCharacter(byte: number): string | undefined {
    if (this.missing === 0) {
      this.character = [];
      this.missing = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
    }
    this.character.push(byte);
    if (--this.missing > 0) return undefined;
    return new TextDecoder().decode(Uint8Array.from(this.character));
  }

  private pushText(text: string): Key | undefined {
    if (this.paste !== undefined) return this.pushPaste(text);
    const code = text.charCodeAt(0);
    if (this.sequence !== undefined) return this.pushSequence(text, code);
    if (code === ESCAPE) {
      this.sequence = "";
      return undefined;
    }
    if (code < 0x20 || code === DELETE) return { kind: "named", name: nameOfByte(code) };
    return { kind: "text", text };
  }

  private pushPaste(text: string): Key | undefined {
    this.paste += text;
    if (this.paste?.endsWith(PASTE_END) !== true) return undefined;
    const pasted = this.paste.slice(0, -PASTE_END.length).replace(/\r\n?/g, "\n");
    this.paste = undefined;
    return { kind: "paste", text: pasted };
  }

  private pushSequence(text: string, code: number): Key | undefined {
    const sequence = (this.sequence ?? "") + text;
    const isOpen = sequence === "[" || sequence === "O" || sequence === "[[" || /^\[[\d;]+$/.test(sequence);
    if (isOpen) {
      this.sequence = sequence;
      return undefined;
    }
    this.sequence = undefined;
    if (sequence.length === text.length) {
      const base = code < 0x20 || code === DELETE ? nameOfByte(code) : text.toLowerCase();
      return { kind: "named", name: `M-${code === ESCAPE ? "escape" : base}` };
    }
    const name = nameOfSequence(sequence);
    if (name !== "paste") return { kind: "named", name: name ?? UNKNOWN };
    this.paste = "";
    return undefined;
  }
}

/** The names of the keys in a text of bytes, as bindings are looked up: "C-x C-u". */
export function keyNames(bytes: string): string {
  const decoder = new KeyDecoder();
  const names: string[] = [];
  for (const byte of new TextEncoder().encode(bytes)) {
    const key = decoder.push(byte);
    if (key !== undefined) names.push(key.kind === "named" ? key.name : key.text);
  }
  if (decoder.isWaiting) names.push("escape");
  return names.join(" ");
}
