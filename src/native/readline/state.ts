/** What an interpreter's readline keeps: history, keys, hooks, and the line that is being edited. */
import { call } from "../../objects/kernel/call.ts";
import { NONE } from "../../objects/kernel/core-types.ts";
import { EXCEPTIONS } from "../../objects/kernel/exception-types.ts";
import type { Value } from "../../objects/kernel/object.ts";
import { jsString, strFromJs } from "../../objects/kernel/payload.ts";
import { suppress } from "../../objects/kernel/raise.ts";
import { standardKeymap } from "./editor/bindings.ts";
import { History } from "./editor/history.ts";
import {
  type Command,
  type EditorOptions,
  LineEditor,
  type Macro,
  type Memory,
  type Services,
} from "./editor/line-editor.ts";

/** The hooks a program can set, by the middle of their setter's name. */
export type HookName = "completer" | "completion_display_matches_hook" | "startup_hook" | "pre_input_hook";

/** A completer that never ends must not hold the terminal for ever. */
const MOST_CANDIDATES = 100_000;

/** GNU readline's numbers of `rl_completion_type`. */
const COMPLETION_TYPE = "\t".charCodeAt(0);

export class ReadlineState {
  readonly history = new History();
  readonly hooks: Record<HookName, Value> = {
    completer: NONE,
    completion_display_matches_hook: NONE,
    startup_hook: NONE,
    pre_input_hook: NONE,
  };
  delimiters = " \t\n`~!@#$%^&*()-=+[{]}\\|;:'\",<>/?";
  autoHistory = true;
  readonly keymap = new Map<string, Command | Macro>(standardKeymap());
  /** Variables of init files (`set name value`). */
  readonly variables = new Map<string, string>();
  readonly memory: Memory = { killRing: [], pattern: "", yanked: { index: 0, length: 0 }, next: undefined };
  beginIndex = 0;
  endIndex = 0;
  completionType = 0;
  /** The line that is edited, or was last. */
  editor: LineEditor = this.newEditor({ isBlock: false, needsMore: () => false });
  /** Draws the line that is edited; nothing while none is. */
  redisplay: () => void = () => undefined;
  /** The init file that was read last. */
  initFile: string | undefined;

  newEditor({ isBlock, needsMore }: { isBlock: boolean; needsMore: Services["needsMore"] }): LineEditor {
    const state = this;
    const services: Services = {
      history: this.history,
      get delimiters() {
        return state.delimiters;
      },
      complete: (editor, start, end) => this.complete(editor, start, end),
      needsMore,
    };
    const options: EditorOptions = {
      keymap: this.keymap,
      isBlock,
      memory: this.memory,
      showAllIfAmbiguous: this.variables.get("show-all-if-ambiguous") === "on",
    };
    return new LineEditor(services, options);
  }

  /** Ask the program's completer. What it raises means that there are no more candidates. */
  private complete(editor: LineEditor, start: number, end: number): string[] {
    const { completer } = this.hooks;
    if (completer === NONE) return [];
    this.beginIndex = codePointCount(editor.text.slice(0, start));
    this.endIndex = codePointCount(editor.text.slice(0, end));
    this.completionType = COMPLETION_TYPE;
    const word = strFromJs(editor.text.slice(start, end));
    const found: string[] = [];
    while (found.length < MOST_CANDIDATES) {
      const value = suppress(EXCEPTIONS.BaseException, () => call(completer, word, found.length));
      const text = value === undefined ? undefined : jsString(value);
      if (text === undefined) break;
      found.push(text);
    }
    return found;
  }

  /** Note what was entered, unless it is empty or the same as before. */
  remember(text: string): void {
    const entry = text.trimEnd();
    if (this.autoHistory && entry !== "" && entry !== this.history.items.at(-1)) this.history.add(entry);
  }
}

function codePointCount(text: string): number {
  return Array.from(text).length;
}
