/**
 * A line read from a terminal: keys in, escape sequences out, until the editor has its outcome (readline's readline.c and
 * CPython's call_readline). Other Python threads run while nothing is typed.
 */
import { host, writeText } from "../../host/current.ts";
import { HostError, type Keyboard } from "../../host/host.ts";
import { call } from "../../objects/kernel/call.ts";
import { NONE } from "../../objects/kernel/core-types.ts";
import { EXCEPTIONS } from "../../objects/kernel/exception-types.ts";
import type { Value } from "../../objects/kernel/object.ts";
import { PyList, strFromJs } from "../../objects/kernel/payload.ts";
import { suppress } from "../../objects/kernel/raise.ts";
import { hooks } from "../../objects/kernel/thread.ts";
import { beginWithNext } from "./editor/accepting.ts";
import { inColumns } from "./editor/completing.ts";
import { KeyDecoder } from "./editor/keys.ts";
import type { Effect, LineEditor, Outcome } from "./editor/line-editor.ts";
import { Screen, type Size } from "./editor/screen.ts";
import type { ReadlineState } from "./state.ts";

const STDIN = 0;
const STDOUT = 1;
/** How long to sleep before the terminal is looked at again; a change of its size is seen as late. */
const PATIENCE_SECONDS = 0.01;
/** Where a terminal does not know its size. */
const USUAL_SIZE: Size = { columns: 80, lines: 24 };
/** A narrower terminal is not drawn on. */
const LEAST_COLUMNS = 4;
const PASTE_ON = "\x1b[?2004h";
const PASTE_OFF = "\x1b[?2004l\r";

export interface LineRequest {
  /** What is shown above the first line, and does not belong to what is edited. */
  readonly above?: string;
  readonly isBlock: boolean;
  /** The prompt of the line with this number. */
  prompt(line: number): string;
  needsMore(text: string): boolean;
}

function write(text: string): void {
  writeText(STDOUT, text);
}

function terminalSize(): Size {
  const { columns, lines } = host().files.terminalSize(STDOUT);
  if (columns === 0 || lines === 0) return USUAL_SIZE;
  return { columns: Math.max(columns, LEAST_COLUMNS), lines };
}

class Session {
  private readonly screen = new Screen();
  private readonly decoder = new KeyDecoder();
  private size = terminalSize();
  private readonly view;

  constructor(
    private readonly state: ReadlineState,
    private readonly editor: LineEditor,
    private readonly keyboard: Keyboard,
    request: LineRequest,
  ) {
    this.view = {
      get text() {
        return editor.text;
      },
      get cursor() {
        return editor.cursor;
      },
      prompt: (line: number) => {
        if (line === 0 && editor.promptOverride !== undefined) return editor.promptOverride;
        return editor.pasteMode ? "(paste) " : request.prompt(line);
      },
    };
  }

  run(): Outcome {
    this.draw();
    callHook(this.state.hooks.pre_input_hook);
    for (;;) {
      const outcome = this.pressAll();
      if (outcome !== undefined) return this.end(outcome);
      this.draw();
    }
  }

  /** Wait for a key, and press it and all that have come with it. */
  private pressAll(): Outcome | undefined {
    for (let byte: number | null | undefined = this.wait(); byte !== null; byte = this.keyboard.read()) {
      if (byte === undefined) return { kind: "end" };
      const key = this.decoder.push(byte);
      if (key === undefined) continue;
      this.editor.press(key);
      for (const effect of this.editor.effects.splice(0)) this.perform(effect);
      if (this.editor.outcome !== undefined) return this.editor.outcome;
    }
    return undefined;
  }

  private wait(): number | undefined {
    let byte: number | null | undefined = null;
    const isPressed = (): boolean => {
      byte = this.keyboard.read();
      return byte !== null;
    };
    while (!hooks.waitFor(isPressed, PATIENCE_SECONDS)) {
      const { columns, lines } = terminalSize();
      if (columns !== this.size.columns || lines !== this.size.lines) this.draw();
    }
    return byte ?? undefined;
  }

  draw(): void {
    this.size = terminalSize();
    const output = this.screen.draw(this.view, this.size);
    if (output !== "") write(output);
  }

  private perform(effect: Effect): void {
    switch (effect.kind) {
      case "bell":
        if (this.state.variables.get("bell-style") !== "none") write("\x07");
        return;
      case "clear":
        this.screen.forget();
        write("\x1b[H\x1b[2J");
        return;
      case "redraw":
        write(this.screen.leave());
        return;
      case "suspend":
        write(this.screen.leave());
        this.keyboard.suspend();
        return;
      case "list":
        this.draw();
        write(this.screen.leave());
        this.list(effect.items, effect.word);
    }
  }

  private list(items: readonly string[], word: string): void {
    const hook = this.state.hooks.completion_display_matches_hook;
    if (hook === NONE) {
      for (const line of inColumns(items, this.size.columns)) write(`${line}\r\n`);
      return;
    }
    const longest = Math.max(...items.map((item) => item.length));
    const matches = new PyList(items.map(strFromJs));
    suppress(EXCEPTIONS.Exception, () => call(hook, strFromJs(word), matches, longest));
  }

  private end(outcome: Outcome): Outcome {
    const { editor } = this;
    editor.cursor = editor.text.length;
    this.draw();
    if (outcome.kind === "interrupted") write("^C");
    write(this.screen.leave());
    return outcome;
  }
}

/** What a hook raises or gives back is nobody's business. */
function callHook(hook: Value): void {
  if (hook !== NONE) suppress(EXCEPTIONS.BaseException, () => call(hook));
}

/** Read a line or a block; undefined where no terminal can be had. */
export function readFromTerminal(state: ReadlineState, request: LineRequest): Outcome | undefined {
  const keyboard = takeKeyboard();
  if (keyboard === undefined) return undefined;
  const editor = state.newEditor(request);
  state.editor = editor;
  const takesPastes = request.isBlock || state.variables.get("enable-bracketed-paste") === "on";
  try {
    write((request.above ?? "") + (takesPastes ? PASTE_ON : ""));
    callHook(state.hooks.startup_hook);
    beginWithNext(editor);
    const session = new Session(state, editor, keyboard, request);
    state.redisplay = () => session.draw();
    const outcome = session.run();
    if (outcome.kind === "line") state.remember(outcome.text);
    return outcome;
  } finally {
    state.redisplay = () => undefined;
    if (takesPastes) write(PASTE_OFF);
    keyboard.end();
  }
}

function takeKeyboard(): Keyboard | undefined {
  try {
    return host().files.keyboard(STDIN);
  } catch (error) {
    if (error instanceof HostError) return undefined;
    throw error;
  }
}
