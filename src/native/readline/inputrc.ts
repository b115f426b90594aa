/**
 * Init files of readline, and the lines that `parse_and_bind` takes (readline's bind.c): keys for commands or texts,
 * variables, conditions. What is unknown is ignored, as are the keys of vi.
 */
import { COMMANDS } from "./editor/bindings.ts";
import { keyNames, UNKNOWN } from "./editor/keys.ts";
import { Macro } from "./editor/line-editor.ts";
import type { ReadlineState } from "./state.ts";

/** Names that stand for a key, as in `Control-rubout`. */
const NAMED_KEYS: Readonly<Record<string, string>> = {
  del: "\x7f",
  rubout: "\x7f",
  esc: "\x1b",
  escape: "\x1b",
  lfd: "\n",
  newline: "\n",
  ret: "\r",
  return: "\r",
  spc: " ",
  space: " ",
  tab: "\t",
};

const ESCAPES: Readonly<Record<string, string>> = {
  a: "\x07",
  b: "\b",
  d: "\x7f",
  e: "\x1b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
};

const asControl = (character: string): string =>
  character === "?" ? "\x7f" : String.fromCharCode(character.toUpperCase().charCodeAt(0) & 0x1f);

/** A key sequence in quotes, with its backslashes, as the bytes of the keys. */
function unquoted(text: string): string {
  const piece = /\\(?:C-\\M-(.)|M-\\C-(.)|C-(.)|M-(.)|([0-7]{1,3})|x([0-9a-fA-F]{1,2})|(.))|([^\\])/gsu;
  return text.replace(piece, (_all, cm, mc, control, meta, octal, hex, letter, plain) => {
    const both = cm ?? mc;
    if (both !== undefined) return `\x1b${asControl(both)}`;
    if (control !== undefined) return asControl(control);
    if (meta !== undefined) return `\x1b${meta}`;
    if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8) & 0xff);
    if (hex !== undefined) return String.fromCharCode(Number.parseInt(hex, 16));
    return plain ?? ESCAPES[letter] ?? letter;
  });
}

/** The bytes of a key's name: `Meta-Rubout`, `C-a`, `tab`. */
function namedKey(name: string): string {
  let rest = name;
  let isControl = false;
  let isMeta = false;
  for (;;) {
    const prefix = /^(control|ctrl|c|meta|m)-(?=.)/i.exec(rest);
    if (prefix === null) break;
    if (/^c/i.test(rest)) isControl = true;
    else isMeta = true;
    rest = rest.slice(prefix[0].length);
  }
  const key = NAMED_KEYS[rest.toLowerCase()] ?? rest.charAt(0);
  return (isMeta ? "\x1b" : "") + (isControl ? asControl(key) : key);
}

const QUOTED_KEY = /^"((?:[^"\\]|\\.)*)"\s*:\s*(.*)$/s;
const NAMED_KEY = /^([^\s:"]+)\s*:\s*(.*)$/s;
const QUOTED_TEXT = /^(["'])((?:[^\\]|\\.)*?)\1/s;

/** Do what one line says. */
export function bindLine(state: ReadlineState, text: string): void {
  const line = text.trim();
  if (line === "" || line.startsWith("#")) return;
  const setting = /^set\s+(\S+)(?:\s+(\S+))?/i.exec(line);
  if (setting !== null) {
    const [, name = "", value = "on"] = setting;
    state.variables.set(name.toLowerCase(), value === "1" ? "on" : value.toLowerCase());
    return;
  }
  const quoted = QUOTED_KEY.exec(line);
  const [, key = "", action = ""] = quoted ?? NAMED_KEY.exec(line) ?? [];
  if (key === "") return;
  const names = keyNames(quoted === null ? namedKey(key) : unquoted(key));
  if (names.includes(UNKNOWN)) return;
  const macro = QUOTED_TEXT.exec(action);
  if (macro !== null) {
    state.keymap.set(names, new Macro(unquoted(macro[2] ?? "")));
    return;
  }
  const command = COMMANDS[/^[\w-]*/.exec(action)?.[0].toLowerCase() ?? ""];
  if (command !== undefined) state.keymap.set(names, command);
}

/** Does the program that reads the file fulfil `$if test`? */
function holds(test: string): boolean {
  const [name = "", value] = test.toLowerCase().split(/\s*=\s*/);
  if (value === undefined) return name === "python";
  return name === "mode" ? value === "emacs" : false;
}

/** Do what a file says; `include` gives the content of another one. */
export function bindFile(state: ReadlineState, content: string, include: (path: string) => string | undefined): void {
  const conditions: boolean[] = [];
  for (const line of content.split("\n")) {
    const directive = /^\s*\$(if|else|endif|include)\b\s*(.*?)\s*$/.exec(line);
    if (directive === null) {
      if (conditions.every(Boolean)) bindLine(state, line);
      continue;
    }
    const [, word, rest = ""] = directive;
    if (word === "if") conditions.push(holds(rest));
    else if (word === "else") conditions.push(!(conditions.pop() ?? true));
    else if (word === "endif") conditions.pop();
    else if (conditions.every(Boolean)) {
      const other = include(rest);
      if (other !== undefined) bindFile(state, other, () => undefined);
    }
  }
}
