/** What the scripts have in common that run while a snapshot is made (snapshot.ts, command-snapshot.ts). */
import type { Wrapper } from "./linker.ts";

/** Scripts are pure ASCII. Trap: no `vm.Script`, which cannot be in a snapshot. */
export function compileText(text: Uint8Array, parameters: string): Wrapper {
  return new Function(parameters, new TextDecoder("latin1").decode(text)) as Wrapper;
}

/** At the end: what Node knows of this process, and would put into the snapshot. */
export function forgetProcess(): void {
  // Node sets it anew when it starts.
  Object.defineProperty(process, "pid", { value: 0 });
  // The working folder, which Node asks for once.
  process.chdir(".");
  // What Node last learnt about a file, times and inode.
  const { binding } = process as unknown as { binding(name: "fs"): { readonly statValues: Float64Array } };
  binding("fs").statValues.fill(0);
}
