/**
 * `chaipy inspect --trace=ops|lines|calls FILE`: the program is run and recorded (embed/recording), and told step by step.
 *
 * What it writes becomes part of the trace, at its place. Trap: a program with a long run is stopped when the recording is
 * full; the trace says so.
 */
import { INSTRUCTIONS, type Limits, Recorder, RecordingFull } from "../../embed/recording/recorder.ts";
import type { Recording } from "../../embed/recording/recording.ts";
import { type TraceEntry, type TraceLevel, traceOf } from "../../embed/recording/trace.ts";
import type { FileSystem, Host } from "../../host/host.ts";
import type { Invocation } from "../cli/invocation.ts";
import { runPython } from "../cli/python.ts";
import { folderOf } from "./folder.ts";
import { type Palette, paletteFor } from "./palette.ts";

export interface TraceRequest {
  readonly level: TraceLevel;
  readonly file: string;
  readonly args: readonly string[];
  readonly json: boolean;
}

export function runTrace(invocation: Invocation, { level, file, args, json }: TraceRequest): number {
  const { world } = invocation;
  const output = new Output();
  const folder = folderOf(world, file);
  const limits: Limits = {
    instructions: INSTRUCTIONS,
    accepts: (name) => name.startsWith(folder) || name === file,
    written: () => output.length,
  };
  let recording: Recording | undefined;
  let recorder: Recorder | undefined;
  let status = 1;
  const finish = (): void => {
    recording ??= recorder?.stop();
  };
  try {
    status = runPython(
      { ...invocation, world: output.around(world), args: ["-u", file, ...args] },
      {
        started: (interpreter) => {
          recorder = new Recorder(interpreter, limits);
          recorder.start();
        },
        ended: finish,
      },
    );
  } catch (error) {
    if (!(error instanceof RecordingFull)) throw error;
  }
  finish();
  // An error of the command line, or a file that is not there.
  if (recording === undefined) {
    invocation.printError(output.text(0, output.length));
    return status;
  }
  for (const text of traceTexts(recording, level, output, json, paletteFor(world))) invocation.print(text);
  if (recording.isCut) invocation.printError(`the trace ends here, behind ${INSTRUCTIONS} instructions\n`);
  return status;
}

/** What was written comes before the entry that has seen it. */
function* traceTexts(
  recording: Recording,
  level: TraceLevel,
  output: Output,
  json: boolean,
  paint: Palette,
): Generator<string> {
  let shown = 0;
  for (const entry of traceOf(recording, level)) {
    const isEnd = entry.event === "end";
    const written = isEnd ? output.length : entry.written;
    const text = output.text(shown, written);
    shown = written;
    if (text !== "") yield json ? `${JSON.stringify({ event: "output", text })}\n` : outputText(text, paint);
    if (!isEnd) yield json ? `${JSON.stringify(entry)}\n` : entryText(entry, paint);
  }
}

/** What the program writes to its standard streams, kept. */
class Output {
  private readonly decoder = new TextDecoder();
  private parts = "";

  get length(): number {
    return this.parts.length;
  }

  text(start: number, end: number): string {
    return this.parts.slice(start, end);
  }

  around(world: Host): Host {
    const write = (fd: number, data: Uint8Array): number => {
      if (fd !== 1 && fd !== 2) return world.files.write(fd, data);
      this.parts += this.decoder.decode(data, { stream: true });
      return data.length;
    };
    const files = derived<FileSystem>(world.files, { write });
    return derived<Host>(world, { files });
  }
}

/** The same object with some of its methods replaced. Private fields want their own object as `this`. */
function derived<Whole extends object>(whole: Whole, replaced: Partial<Whole>): Whole {
  return new Proxy(whole, {
    get: (target, key) => {
      if (Object.hasOwn(replaced, key)) return Reflect.get(replaced, key);
      const value: unknown = Reflect.get(target, key);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
}

function outputText(text: string, paint: Palette): string {
  return text
    .replace(/\n$/, "")
    .split("\n")
    .map((line) => `${paint.faint("  │")} ${paint.value(line)}\n`)
    .join("");
}

function entryText(entry: TraceEntry, paint: Palette): string {
  const { event, depth, line, step } = entry;
  const indent = "  ".repeat(depth - 1);
  const where = paint.faint(`${entry.function}:${line}`);
  switch (event) {
    case "op": {
      const { offset = 0, opcode = "", argument = "", stack = [] } = entry;
      const instruction = `${paint.name(opcode.padEnd(22))} ${argument.padEnd(18)}`;
      return `${String(step).padStart(6)} ${where} ${String(offset).padStart(4)} ${instruction} ${paint.value(`[${stack.join(", ")}]`)}\n`;
    }
    case "line":
      return `${indent}${where}${pairsText(entry.variables, paint)}\n`;
    case "call":
      return `${indent}→ ${paint.name(entry.function)}(${Object.entries(entry.variables ?? {})
        .map(([name, value]) => `${name}=${value}`)
        .join(", ")}) ${paint.faint(`line ${line}`)}\n`;
    case "resume":
      return `${indent}⇢ ${paint.name(entry.function)} ${paint.faint(`line ${line}`)}\n`;
    case "exception":
      return `${indent}! ${paint.name("exception")} ${where}\n`;
    default:
      return `${indent}${event === "yield" ? "⇠" : "←"} ${paint.name(entry.function)} ${paint.value(entry.value ?? "")}\n`;
  }
}

function pairsText(variables: Readonly<Record<string, string>> | undefined, paint: Palette): string {
  return Object.entries(variables ?? {})
    .map(([name, value]) => `  ${name} = ${paint.value(value)}`)
    .join("");
}
