/**
 * `-X jit=...` and CHAIPY_JIT: on (the default), off, log (what is compiled, and why something is not), dump (the texts
 * too) or stress (every exit of compiled code is taken once), with a threshold behind a comma. The option goes before
 * the variable.
 */
import type { Host } from "../host/host.ts";
import { installJit } from "../jit/install.ts";
import type { Config } from "../vm/config.ts";
import { tiering } from "../vm/tiering.ts";

/** Calls and loop turns that make code hot. */
const THRESHOLD = 100;

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
  tiering.threshold = threshold === undefined ? (mode === "stress" ? 1 : THRESHOLD) : Number(threshold);
  // A short program never needs the compiler.
  tiering.enter = (thread, frame, from) => {
    installJit({
      threshold: tiering.threshold,
      stress: mode === "stress",
      log: mode === "log" || mode === "dump" ? write : undefined,
      dump: mode === "dump" ? (_code, text) => write(text) : undefined,
    });
    return tiering.enter(thread, frame, from);
  };
}
