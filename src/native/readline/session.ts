/**
 * A line read from a terminal: keys in, escape sequences out, until the editor has its outcome (readline's readline.c and
 * CPython's call_readline). Other Python threads run while nothing is typed.
 */
import { host, writeText } from "../../host/current.ts";
import { Idle, ifPossible, type Keyboard } from "../../host/host.ts";
import { call } from "../../objects/kernel/call.ts";
import { NONE } from "../../objects/kernel/core-types.ts";
import { EXCEPTIONS } from "../../objects/kernel/exception-types.ts";
import type { Value } from "../../objects/kernel/object.ts";
import { PyList, strFromJs } from "../../objects/kernel/payload.ts";
import { suppress } from "../../objects/kernel/raise.ts";
import { hooks, Leaving } from "../../objects/kernel/thread.ts";
import { current, type Thread } from "../../vm/thread.ts";
import { beginWithNext } from "./editor/accepting.ts";
import { inColumns } from "./editor/completing.ts";
import { KeyDecoder } from "./editor/keys.ts";
import type { Effect, LineEditor, Outcome } from "./editor/line-editor.ts";
import { Screen, type Size } from "./editor/screen.ts";
import type { ReadlineState } from "./state.ts";

const STDIN = 0;
const STDOUT = 1;
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
  /** Who reads: another thread has another line. */
  readonly thread: Thread = current.thread;
  private readonly screen = new Screen();
  private readonly decoder = new KeyDecoder();
  private size = terminalSize();
  /** The key for which the wait was over; null if there is none. Whoever waits may be stopped, and asked again. */
  private pressed: number | null | undefined = null;
  private readonly view;

  readonly takesPastes: boolean;

  constructor(
    private readonly state: ReadlineState,
    readonly editor: LineEditor,
    private readonly keyboard: Keyboard,
    request: LineRequest,
  ) {
    this.takesPastes = request.isBlock || state.variables.get("enable-bracketed-paste") === "on";
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

  begin(): void {
    callHook(this.state.hooks.startup_hook);
    beginWithNext(this.editor);
    this.draw();
    callHook(this.state.hooks.pre_input_hook);
  }

  /** Until the line is entered. It may be left while it waits for a key, and is then called again. */
  run(): Outcome {
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
    const isPressed = (): boolean => {
      if (this.pressed === null) this.pressed = this.keyboard.read();
      return this.pressed !== null;
    };
    while (!hooks.waitFor(isPressed, this.keyboard.patience)) {
      const { columns, lines } = terminalSize();
      if (columns !== this.size.columns || lines !== this.size.lines) this.draw();
    }
    const byte = this.pressed ?? undefined;
    this.pressed = null;
    return byte;
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

  /** The terminal is as it was before. */
  close(): void {
    if (this.takesPastes) write(PASTE_OFF);
    this.keyboard.end();
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

/** What is read at the moment. */
const readings = new WeakMap<ReadlineState, Session>();

/** Read a line or a block, or go on with the one that this thread was reading; undefined where no terminal can be had. */
export function readFromTerminal(state: ReadlineState, request: LineRequest): Outcome | undefined {
  const session = isReading(state) ? readings.get(state) : beginSession(state, request);
  if (session === undefined) return undefined;
  let isLeft = false;
  try {
    const outcome = session.run();
    if (outcome.kind === "line") state.remember(outcome.text);
    return outcome;
  } catch (error) {
    isLeft = error instanceof Leaving || error instanceof Idle;
    throw error;
  } finally {
    if (!isLeft) endSession(state, session);
  }
}

/** Was this thread stopped while it read a line? */
export function isReading(state: ReadlineState): boolean {
  return readings.get(state)?.thread === current.thread;
}

function beginSession(state: ReadlineState, request: LineRequest): Session | undefined {
  const keyboard = takeKeyboard();
  if (keyboard === undefined) return undefined;
  const session = new Session(state, state.newEditor(request), keyboard, request);
  readings.set(state, session);
  state.editor = session.editor;
  state.redisplay = () => session.draw();
  let isBegun = false;
  try {
    write((request.above ?? "") + (session.takesPastes ? PASTE_ON : ""));
    session.begin();
    isBegun = true;
    return session;
  } finally {
    if (!isBegun) endSession(state, session);
  }
}

function endSession(state: ReadlineState, session: Session): void {
  state.redisplay = () => undefined;
  readings.delete(state);
  session.close();
}

function takeKeyboard(): Keyboard | undefined {
  return ifPossible(() => host().files.keyboard(STDIN));
}
