/**
 * dist/freeze/executable.js: runs while the snapshot of a frozen program is made (executable.ts), in a folder with the
 * scripts and the program, and says what to do when the executable starts.
 */
import fs from "node:fs";
import sea from "node:sea";
import v8 from "node:v8";
import { endProcess } from "./ending.ts";
import { PAYLOAD, scriptFile } from "./executable.ts";
import { Linker, type Wrapper } from "./linker.ts";

/** The file whose `prepareExecutable` prepares the program: it gives what starts it, and returns its exit status. */
const START = "src/apps/freeze/executable.ts";
type Prepare = (readPayload: () => Uint8Array) => () => number;

/** Node keeps what it last learnt about a file, times and inode, and would put that into the snapshot. */
function forgetFiles(): void {
  const { binding } = process as unknown as { binding(name: "fs"): { readonly statValues: Float64Array } };
  binding("fs").statValues.fill(0);
}

/** Is this the executable that was made? */
let isExecutable = false;

/** A file of the work folder, which the executable has as an asset: what no start needs is not in the heap. */
function read(file: string): Uint8Array {
  return isExecutable ? new Uint8Array(sea.getRawAsset(file) as ArrayBuffer) : Uint8Array.from(fs.readFileSync(file));
}

/** Scripts are pure ASCII. */
function compile(name: string, parameters: string): Wrapper {
  return new Function(parameters, new TextDecoder("latin1").decode(read(scriptFile(name)))) as Wrapper;
}

const linker = new Linker(compile);
linker.start();
const start = (linker.link(START, "prepareExecutable") as Prepare)(() => read(PAYLOAD));
// Node sets it anew when it starts.
Object.defineProperty(process, "pid", { value: 0 });
forgetFiles();
v8.startupSnapshot.setDeserializeMainFunction(() => {
  isExecutable = true;
  endProcess(start());
});
