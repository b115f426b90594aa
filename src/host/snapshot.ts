/**
 * dist/freeze/executable.js: runs while the snapshot of a frozen program is made (executable.ts), in a folder with the
 * scripts and the program, and says what to do when the executable starts.
 */
import fs from "node:fs";
import sea from "node:sea";
import v8 from "node:v8";
import { compileText, forgetProcess } from "./building.ts";
import { endProcess } from "./ending.ts";
import { PAYLOAD, scriptFile } from "./executable.ts";
import { Linker, type Wrapper } from "./linker.ts";

/** The file whose `prepareExecutable` prepares the program: it gives what starts it, and returns its exit status. */
const START = "src/apps/freeze/executable.ts";
type Prepare = (readPayload: () => Uint8Array) => () => number;

/** Is this the executable that was made? */
let isExecutable = false;

/** A file of the work folder, which the executable has as an asset: what no start needs is not in the heap. */
function read(file: string): Uint8Array {
  return isExecutable ? new Uint8Array(sea.getRawAsset(file) as ArrayBuffer) : Uint8Array.from(fs.readFileSync(file));
}

function compile(name: string, parameters: string): Wrapper {
  return compileText(read(scriptFile(name)), parameters);
}

const linker = new Linker(compile);
linker.start();
const start = (linker.link(START, "prepareExecutable") as Prepare)(() => read(PAYLOAD));
forgetProcess();
v8.startupSnapshot.setDeserializeMainFunction(() => {
  isExecutable = true;
  endProcess(start());
});
