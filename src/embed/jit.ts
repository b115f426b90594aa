/**
 * `-X jit=...` and CHAIPY_JIT: on (the default), off, log (what is compiled, and why something is not), dump (the texts
 * too) or stress (every exit of compiled code is taken once), with a threshold behind a comma. The option goes before
 * the variable.
 */
import type { Host } from "../host/host.ts";
import type { JitEvent } from "../jit/events.ts";
import { installJit } from "../jit/install.ts";
import type { Config } from "../vm/config.ts";
import { tiering } from "../vm/tiering.ts";

/** Calls and loop turns that make code hot. */
const THRESHOLD = 100;

type Tell = (event: JitEvent) => void;

/** Somebody who looks on; he wants to know more than the log says. */
const watching: { tell: Tell | undefined } = { tell: undefined };

export function watchJit(tell: Tell): void {
  watching.tell = tell;
}

/** The line of `-X jit=log`; undefined for what only a report tells. */
function logLine(event: JitEvent): string | undefined {
  const { code, at } = event;
  const about = `jit: ${code.qualname} (${String(code.filename)}:${code.firstlineno})${at === undefined ? "" : `, loop at ${at}`}`;
  switch (event.kind) {
    case "compiled":
      return `${about} compiled, ${event.text.length} characters`;
    case "refused":
      return `${about} not compiled: ${event.reason}`;
    case "dropped":
      return `${about} compiled again: left at ${event.pc}`;
    case "given up":
      return `${about} given up`;
    case "left":
      return undefined;
  }
}

export function startJit(config: Config, host: Host): void {
  const option = config.xOptions.get("jit");
  const variable = config.ignoreEnvironment ? undefined : host.process.environment.get("CHAIPY_JIT");
  const [mode, threshold] = (typeof option === "string" ? option : option === true ? "on" : (variable ?? "on")).split(
    ",",
  );
  if (mode === "off") {
    tiering.threshold = Number.POSITIVE_INFINITY;
    return;
  }
  const write = (text: string): void => {
    host.files.write(2, new TextEncoder().encode(`${text}\n`));
  };
  const log = (event: JitEvent): void => {
    const line = logLine(event);
    if (line !== undefined) write(line);
    if (mode === "dump" && event.kind === "compiled") write(event.text);
  };
  const limit = threshold === undefined ? (mode === "stress" ? 1 : THRESHOLD) : Number(threshold);
  tiering.threshold = limit;
  // A short program never needs the compiler.
  tiering.enter = (thread, frame, from) => {
    installJit({
      threshold: limit,
      stress: mode === "stress",
      tell: watching.tell ?? (mode === "log" || mode === "dump" ? log : undefined),
      marks: watching.tell !== undefined,
    });
    return tiering.enter(thread, frame, from);
  };
}
