/**
 * The editor of a line, or of a block of lines: keys in, text and cursor out. It knows no terminal and no Python; what it
 * needs of the world are the services it is given. Commands and keys have GNU readline's names.
 *
 * Trap: the cursor is always between two clusters (width.ts), and `text` holds line ends only in a block.
 */
import type { History } from "./history.ts";
import type { Key } from "./keys.ts";
import type { Search } from "./search.ts";

/** What the editor asks of who runs it. */
export interface Services {
  readonly history: History;
  /** Candidates for the word between two places of the text. They may call `insert`. */
  complete(editor: LineEditor, start: number, end: number): readonly string[];
  /** Characters that end the word to complete. */
  readonly delimiters: string;
  /** Is the program not finished with this text? Only asked in a block. */
  needsMore(text: string): boolean;
}

export type Outcome =
  | { readonly kind: "line"; readonly text: string }
  /** Ctrl-D in an empty line. */
  | { readonly kind: "end" }
  | { readonly kind: "interrupted" }
  /** A key of the shell, F1 or F2. */
  | { readonly kind: "help" | "browse" };

/** What is to be done on the screen besides drawing the text anew. */
export type Effect =
  | { readonly kind: "bell" | "clear" | "suspend" | "redraw" }
  /** Candidates, to be shown below. */
  | { readonly kind: "list"; readonly items: readonly string[]; readonly word: string };

export type Command = (editor: LineEditor, count: number) => void;

/** Keys to commands; a sequence of keys has blanks between them. */
export type Keymap = ReadonlyMap<string, Command | Macro>;

/** A key that types a text. */
export class Macro {
  constructor(readonly text: string) {}
}

export interface Snapshot {
  readonly text: string;
  readonly cursor: number;
}

/** How the last command is remembered by the next. */
export type Trace = "insert" | "kill" | "yank" | "complete" | "yank-last" | "prefix-search" | "other";

/** Every so many letters an undo stops. */
const UNDO_GROUP = 20;

/** What outlives a line. */
export interface Memory {
  /** Texts that were cut out, the newest last. */
  readonly killRing: string[];
  /** What was looked for last: C-r C-r looks for it again. */
  pattern: string;
  /** Which entry yank-last-arg took last, and how long its word was. */
  readonly yanked: { index: number; length: number };
  /** The entry of the history with which the next line begins (operate-and-get-next). */
  next: number | undefined;
}

export interface EditorOptions {
  readonly keymap: Keymap;
  readonly isBlock: boolean;
  readonly memory: Memory;
  readonly showAllIfAmbiguous: boolean;
}

export class LineEditor {
  text = "";
  cursor = 0;
  outcome: Outcome | undefined;
  /** F3: lines are taken as they are. */
  pasteMode = false;
  /** Set while a search runs: it gets the keys. */
  search: Search | undefined;
  /** Set while a question is asked: it gets the next key. */
  question: { readonly text: string; answer(name: string): boolean } | undefined;
  /** The next key is taken as it is. */
  quotes = false;
  /** The number typed before a command. */
  argument: string | undefined;
  trace: Trace = "other";
  /** What the command that runs leaves to the next one. */
  nextTrace: Trace = "other";
  /** The entry of the history that is shown; its length for the line that is being typed. */
  historyIndex: number;
  /** Entries that were changed here, and the line that is being typed. */
  readonly drafts = new Map<number, string>();
  /** The column that up and down try to keep. */
  goalColumn: number | undefined;
  readonly effects: Effect[] = [];
  /** The text at which the prefix of a search in the history was taken. */
  searchPrefix = "";
  private readonly undos: Snapshot[] = [];
  private insertions = 0;
  private prefix = "";

  constructor(
    readonly services: Services,
    readonly options: EditorOptions,
  ) {
    this.historyIndex = services.history.items.length;
  }

  /** What stands in place of the prompt, if anything does. */
  get promptOverride(): string | undefined {
    if (this.question !== undefined) return this.question.text;
    if (this.search !== undefined) return this.search.prompt;
    if (this.argument !== undefined) return `(arg: ${this.argument}) `;
    return undefined;
  }

  press(key: Key): void {
    if (this.question !== undefined) {
      if (this.question.answer(key.kind === "named" ? key.name : key.text)) this.question = undefined;
      return;
    }
    if (this.quotes) {
      this.quotes = false;
      this.insert(key.kind === "named" ? controlCharacter(key.name) : key.text);
      return;
    }
    if (this.search?.press(this, key) === true) return;
    if (key.kind === "paste") {
      this.run((editor) => editor.insert(editor.options.isBlock ? key.text.replaceAll("\t", "    ") : key.text), 1);
      return;
    }
    this.pressNamed(this.prefix + (key.kind === "named" ? key.name : key.text), key);
  }

  private pressNamed(name: string, key: Key): void {
    const { keymap } = this.options;
    const bound = keymap.get(name);
    if (bound === undefined && isPrefix(keymap, name)) {
      this.prefix = `${name} `;
      return;
    }
    const isAlone = this.prefix === "";
    this.prefix = "";
    if (bound instanceof Macro) {
      for (const character of bound.text) this.press({ kind: "text", text: character });
    } else if (bound !== undefined) {
      const { argument } = this;
      this.run(bound, argument === undefined ? 1 : Number(argument === "-" ? "-1" : argument));
      if (this.argument === argument) this.argument = undefined;
    } else if (this.argument !== undefined && /^\d$/.test(name)) {
      this.argument += name;
    } else if (key.kind === "text" && isAlone) {
      const count = Number(this.argument ?? 1);
      this.argument = undefined;
      this.type(key.text, count);
    } else {
      this.argument = undefined;
      this.bell();
    }
  }

  private run(command: Command, count: number): void {
    this.nextTrace = "other";
    command(this, count);
    this.trace = this.nextTrace;
  }

  private type(text: string, count: number): void {
    this.run((editor) => {
      editor.nextTrace = "insert";
      if (editor.trace === "insert" && ++editor.insertions < UNDO_GROUP) editor.put(text.repeat(Math.max(count, 1)));
      else {
        editor.insertions = 0;
        editor.insert(text.repeat(Math.max(count, 1)));
      }
    }, count);
  }

  bell(): void {
    this.effects.push({ kind: "bell" });
  }

  /** Remember the text for undo; to be called before it is changed. */
  save(): void {
    const { text, cursor } = this;
    this.undos.push({ text, cursor });
  }

  undo(): boolean {
    const last = this.undos.pop();
    if (last === undefined) return false;
    Object.assign(this, last);
    return true;
  }

  /** Back to the text before the first change. */
  revert(): void {
    const [first] = this.undos;
    if (first === undefined) return;
    Object.assign(this, first);
    this.undos.length = 0;
  }

  insert(text: string): void {
    this.save();
    this.put(text);
  }

  private put(text: string): void {
    this.text = this.text.slice(0, this.cursor) + text + this.text.slice(this.cursor);
    this.cursor += text.length;
    this.goalColumn = undefined;
  }

  /** Put `text` in the place of what lies between two places; the cursor is behind it. */
  replace(start: number, end: number, text: string): void {
    this.save();
    this.text = this.text.slice(0, start) + text + this.text.slice(end);
    this.cursor = start + text.length;
  }

  /** Another text altogether, which is not to be undone. */
  show(text: string, cursor: number = text.length): void {
    this.text = text;
    this.cursor = cursor;
    this.undos.length = 0;
    this.goalColumn = undefined;
  }

  finish(outcome: Outcome): void {
    this.outcome = outcome;
  }
}

function isPrefix(keymap: Keymap, name: string): boolean {
  for (const each of keymap.keys()) if (each.startsWith(`${name} `)) return true;
  return false;
}

const NAMED_CHARACTERS: Readonly<Record<string, string>> = {
  tab: "\t",
  enter: "\r",
  backspace: "\x7f",
  "C-@": "\0",
};

/** The character of a key, for what is quoted. */
function controlCharacter(name: string): string {
  const named = NAMED_CHARACTERS[name];
  if (named !== undefined) return named;
  return /^C-.$/.test(name) ? String.fromCharCode(name.toUpperCase().charCodeAt(2) & 0x1f) : "";
}
