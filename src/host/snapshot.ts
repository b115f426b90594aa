/**
 * dist/freeze/executable.js: runs while the snapshot of a frozen program is made (executable.ts), in a folder with the
 * scripts and the program, and says what to do when the executable starts.
 */
import fs from "node:fs";
import v8 from "node:v8";
import { endProcess } from "./ending.ts";
import { PAYLOAD, SCRIPTS } from "./executable.ts";
import { Linker, type Wrapper } from "./linker.ts";

/** The file whose `prepareExecutable` prepares the program: it gives what starts it, and returns its exit status. */
const START = "src/apps/freeze/executable.ts";
type Prepare = (payload: Uint8Array) => () => number;

/** Node keeps what it last learnt about a file, times and inode, and would put that into the snapshot. */
function forgetFiles(): void {
  const { binding } = process as unknown as { binding(name: "fs"): { readonly statValues: Float64Array } };
  binding("fs").statValues.fill(0);
}

const scripts = JSON.parse(fs.readFileSync(SCRIPTS, "utf8")) as Record<string, string>;

/** Each is asked for once, and its text kept by V8 from then on. */
function compile(name: string, parameters: string): Wrapper {
  const text = scripts[name] ?? "";
  delete scripts[name];
  return new Function(parameters, text) as Wrapper;
}

const linker = new Linker(compile);
linker.start();
// A copy: a Buffer's memory is shared with others, which a snapshot cannot keep.
const payload = Uint8Array.from(fs.readFileSync(PAYLOAD));
const start = (linker.link(START, "prepareExecutable") as Prepare)(payload);
// Node sets it anew when it starts.
Object.defineProperty(process, "pid", { value: 0 });
forgetFiles();
v8.startupSnapshot.setDeserializeMainFunction(() => endProcess(start()));
