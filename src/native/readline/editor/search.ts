/** The search in the history while its pattern is typed (readline's isearch.c). */
import type { Key } from "./keys.ts";
import type { LineEditor } from "./line-editor.ts";

type Direction = "reverse" | "forward";

/** Keys that end a search and do nothing else. */
const ENDS = new Set(["M-escape", "C-j"]);
const AGAIN: Readonly<Record<string, Direction>> = { "C-r": "reverse", "C-s": "forward" };

export class Search {
  private pattern = "";
  private failed = false;
  private readonly before: { readonly text: string; readonly cursor: number; readonly index: number };

  constructor(
    editor: LineEditor,
    private direction: Direction,
  ) {
    const { text, cursor, historyIndex } = editor;
    this.before = { text, cursor, index: historyIndex };
  }

  get prompt(): string {
    const name = this.direction === "reverse" ? "reverse-i-search" : "i-search";
    return `(${this.failed ? "failed " : ""}${name})\`${this.pattern}': `;
  }

  /** True if the search took the key; otherwise it is over, and the key is for the line that was found. */
  press(editor: LineEditor, key: Key): boolean {
    if (key.kind === "named") return this.pressNamed(editor, key.name);
    this.pattern += key.text;
    this.find(editor, 0);
    return true;
  }

  private pressNamed(editor: LineEditor, name: string): boolean {
    const again = AGAIN[name];
    if (again !== undefined) {
      this.direction = again;
      if (this.pattern === "") this.pattern = editor.options.memory.pattern;
      this.find(editor, again === "reverse" ? -1 : 1);
      return true;
    }
    if (name === "backspace" || name === "C-h") {
      this.pattern = this.pattern.slice(0, -1);
      this.restore(editor);
      if (this.pattern !== "") this.find(editor, 0);
      return true;
    }
    this.end(editor);
    if (name === "C-g") this.restore(editor);
    return name === "C-g" || ENDS.has(name);
  }

  private end(editor: LineEditor): void {
    editor.search = undefined;
    if (this.pattern !== "") editor.options.memory.pattern = this.pattern;
  }

  private restore(editor: LineEditor): void {
    editor.show(this.before.text, this.before.cursor);
    editor.historyIndex = this.before.index;
    this.failed = false;
  }

  /** Look for the pattern, from the entry that is shown or from the one beside it. */
  private find(editor: LineEditor, offset: number): void {
    const { items } = editor.services.history;
    const step = this.direction === "reverse" ? -1 : 1;
    const textOf = (index: number): string => editor.drafts.get(index) ?? items[index] ?? this.before.text;
    // The same text again is no find.
    const isNew = (text: string): boolean => offset === 0 || text !== editor.text;
    for (let index = editor.historyIndex + offset; index >= 0 && index <= items.length; index += step) {
      const text = textOf(index);
      const at = step < 0 ? text.lastIndexOf(this.pattern) : text.indexOf(this.pattern);
      if (at < 0 || !isNew(text)) continue;
      editor.show(text, at);
      editor.historyIndex = index;
      this.failed = false;
      return;
    }
    this.failed = true;
    editor.bell();
  }
}
