/**
 * `-X jit=...` and CHAIPY_JIT: off, on, log (what is compiled, and why something is not) or dump (and the texts too),
 * with a threshold behind a comma. The option goes before the variable.
 */
import type { Host } from "../host/host.ts";
import { installJit } from "../jit/install.ts";
import type { Config } from "../vm/config.ts";

/** Calls and loop turns that make code hot. */
const THRESHOLD = 100;

export function startJit(config: Config, host: Host): void {
  const option = config.xOptions.get("jit");
  const variable = config.ignoreEnvironment ? undefined : host.process.environment.get("CHAIPY_JIT");
  const [mode, threshold] = (typeof option === "string" ? option : option === true ? "on" : (variable ?? "off")).split(
    ",",
  );
  if (mode === "off") return;
  const write = (text: string): void => {
    host.files.write(2, new TextEncoder().encode(`${text}\n`));
  };
  installJit({
    threshold: threshold === undefined ? THRESHOLD : Number(threshold),
    log: mode === "log" || mode === "dump" ? write : undefined,
    dump: mode === "dump" ? (_code, text) => write(text) : undefined,
  });
}
