/**
 * Which key runs which command: readline's Emacs keys, the keys of keyboards, and those of CPython 3.13's shell (F1 to F3).
 * The names of the commands are what `readline.parse_and_bind` takes.
 */
import { ACCEPTING, ARGUMENT_KEYS } from "./accepting.ts";
import { CHANGING } from "./changing.ts";
import { COMPLETING } from "./completing.ts";
import { UNKNOWN } from "./keys.ts";
import type { Command } from "./line-editor.ts";
import { MOVING } from "./moving.ts";

export const COMMANDS: Readonly<Record<string, Command>> = { ...MOVING, ...CHANGING, ...COMPLETING, ...ACCEPTING };

/** A command and its keys. */
const KEYS: readonly (readonly [command: string, keys: readonly string[]])[] = [
  ["beginning-of-line", ["C-a", "home"]],
  ["end-of-line", ["C-e", "end"]],
  ["forward-char", ["C-f", "right"]],
  ["backward-char", ["C-b", "left"]],
  ["forward-word", ["M-f", "C-right", "M-right"]],
  ["backward-word", ["M-b", "C-left", "M-left"]],
  ["previous-line", ["C-p", "up"]],
  ["next-line", ["C-n", "down"]],
  ["beginning-of-history", ["M-<"]],
  ["end-of-history", ["M->"]],
  ["reverse-search-history", ["C-r"]],
  ["forward-search-history", ["C-s"]],
  ["history-search-backward", ["pageup"]],
  ["history-search-forward", ["pagedown"]],
  ["end-of-file", ["C-d"]],
  ["delete-char", ["delete"]],
  ["backward-delete-char", ["backspace", "C-h"]],
  ["kill-line", ["C-k"]],
  ["backward-kill-line", ["C-x backspace"]],
  ["unix-line-discard", ["C-u"]],
  ["kill-word", ["M-d", "C-delete", "M-delete"]],
  ["backward-kill-word", ["M-backspace", "M-C-h"]],
  ["unix-word-rubout", ["C-w"]],
  ["delete-horizontal-space", ["M-\\"]],
  ["yank", ["C-y"]],
  ["yank-pop", ["M-y"]],
  ["yank-last-arg", ["M-.", "M-_"]],
  ["transpose-chars", ["C-t"]],
  ["transpose-words", ["M-t"]],
  ["upcase-word", ["M-u"]],
  ["downcase-word", ["M-l"]],
  ["capitalize-word", ["M-c"]],
  ["quoted-insert", ["C-q", "C-v"]],
  ["tab-insert", ["M-tab"]],
  ["undo", ["C-_", "C-x C-u"]],
  ["revert-line", ["M-r"]],
  ["complete", ["M-escape"]],
  ["possible-completions", ["M-?", "M-="]],
  ["insert-completions", ["M-*"]],
  ["accept-line", ["enter"]],
  ["newline", ["M-enter"]],
  ["operate-and-get-next", ["C-o"]],
  ["abort", ["C-g", "C-x C-g"]],
  ["interrupt", ["C-c"]],
  ["suspend", ["C-z"]],
  ["clear-screen", ["C-l"]],
  ["help", ["f1"]],
  ["browse-history", ["f2"]],
  ["paste-mode", ["f3"]],
  ["tab-insert", ["tab"]],
  ["do-nothing", [UNKNOWN, "insert", "S-tab", "f4", "C-@"]],
];

/** The keys of a fresh editor; the map may be changed. */
export function standardKeymap(): Map<string, Command> {
  const map = new Map<string, Command>(ARGUMENT_KEYS);
  for (const [command, keys] of KEYS) for (const key of keys) map.set(key, COMMANDS[command] as Command);
  return map;
}
